import type { WebhookFact } from '@tributary/contracts';
import { givenUpAmong, givenUpPart } from './given-up.ts';

const fact = (eventId: string): WebhookFact => ({
  type: 'tributary.webhook.given-up.v1',
  data: { webhookId: 'w', eventId, eventType: 't', subject: 's', attempts: 40, error: 'answered 400' },
});
const taken = (eventId: string): WebhookFact => ({
  type: 'tributary.webhook.redelivered.v1',
  data: { webhookId: 'w', eventId },
});
const recorded = (...facts: (readonly [WebhookFact, string])[]) =>
  givenUpAmong(facts.map(([each, at]) => ({ fact: each, at })));
const ids = ({ items }: ReturnType<typeof givenUpPart>) => items.map(({ eventId }) => eventId);

describe('What was given up of a webhook', () => {
  const facts = [
    [fact('b'), '2026-03-02T12:00:00.000Z'],
    [fact('a'), '2026-03-02T12:00:00.000Z'],
    [fact('c'), '2026-03-02T13:00:00.000Z'],
    [fact('d'), '2026-03-02T14:00:00.000Z'],
  ] as const;
  const four = recorded(...facts);

  it('is listed part by part, oldest first', () => {
    const first = givenUpPart(four, 2);
    expect(ids(first)).toEqual(['a', 'b']);
    const second = givenUpPart(four, 2, first.next);
    expect(ids(second)).toEqual(['c', 'd']);
    expect(second.next).toBeUndefined();
    expect(first.items[0]).toMatchObject({ at: '2026-03-02T12:00:00.000Z', error: 'answered 400' });
  });

  it('leaves nothing out where an entry was taken after all between two parts', () => {
    const { next } = givenUpPart(four, 2);
    expect(ids(givenUpPart(recorded(...facts, [taken('b'), '2026-03-02T15:00:00.000Z']), 2, next))).toEqual([
      'c',
      'd',
    ]);
  });

  it('does not list what was taken after all', () => {
    expect(ids(givenUpPart(recorded([fact('a'), 't1'], [taken('a'), 't2']), 10))).toEqual([]);
  });
});
