import { StoreUnavailable } from '@tributary/event-store';
import { CatchingUp, type Ends } from './catching-up.ts';

/** Who says how far one partition reaches, when it is let, and what was asked of it. */
const given = () => {
  const questions: PromiseWithResolvers<Ends>[] = [];
  const progress = new CatchingUp(() => {
    questions.push(Promise.withResolvers());
    return questions.at(-1)!.promise;
  });
  return { questions, progress, end: (place: number) => new Map([['stock:0', place]]) };
};
/** All that goes on by itself has gone on. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('Whether a process has caught up', () => {
  it('is asked once for all who ask while a question is under way, and not with that one', async () => {
    const { questions, progress, end } = given();
    const told: string[] = [];
    const ask = (name: string) => progress.caughtUp().then(() => told.push(name));
    const first = ask('first');
    await turn();
    const others = [ask('second'), ask('third')];
    progress.reach('stock:0', 5);
    questions[0]!.resolve(end(5));
    await first;
    await turn();
    expect([questions.length, told]).toEqual([2, ['first']]);
    questions[1]!.resolve(end(7));
    progress.reach('stock:0', 6);
    await turn();
    expect(told).toEqual(['first']);
    progress.reach('stock:0', 7);
    await Promise.all(others);
    expect([questions.length, told]).toEqual([2, ['first', 'second', 'third']]);
  });

  it('is asked anew by those who come after a question that nobody could answer', async () => {
    const { questions, progress, end } = given();
    const first = progress.caughtUp();
    await turn();
    const second = progress.caughtUp();
    questions[0]!.reject(new StoreUnavailable('Kafka cannot be reached.'));
    await expect(first).rejects.toMatchObject({ code: 'store-unavailable' });
    await turn();
    questions[1]!.resolve(end(0));
    await second;
  });
});
