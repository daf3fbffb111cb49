import { openSqliteEventLog } from './sqlite/index.ts';
import { commandedBy } from './commands.ts';
import type { EventStore } from './port.ts';
import { Setting } from './setting.ts';

interface Greeting {
  readonly words: string;
}

describe('What people set', () => {
  let log: ReturnType<typeof openSqliteEventLog>;
  let store: EventStore;
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
    store = log.forService('order');
  });
  afterEach(() => log.close());

  const greeting = () =>
    new Setting<Greeting>(store, 'order', 'greeting', { words: 'Hello' }, 'tributary.hold.rules-set.v1');
  const set = (words: string, actor: string) =>
    greeting().set(commandedBy('tributary/order', { actor }), { words });

  it('is what was set last, and before that what holds by itself', async () => {
    expect(await greeting().current()).toEqual({ words: 'Hello' });
    await set('Good morning', 'ops:1');
    await set('Good evening', 'ops:2');
    expect(await greeting().current()).toEqual({ words: 'Good evening' });
  });

  it('is told with all that was set before, when and by whom, the newest first', async () => {
    expect(await greeting().versions()).toEqual([]);
    await set('Good morning', 'ops:1');
    await set('Good evening', 'ops:2');
    expect(await greeting().versions()).toMatchObject([
      { version: 2, setBy: 'ops:2', value: { words: 'Good evening' } },
      { version: 1, setBy: 'ops:1', value: { words: 'Good morning' } },
    ]);
  });

  it('is told as it was in force at any moment', async () => {
    await set('Good morning', 'ops:1');
    const [first] = await greeting().versions();
    const setAt = new Date(first!.setAt).getTime();
    const at = (offset: number) => greeting().at(new Date(setAt + offset).toISOString());
    expect(await at(-1)).toEqual({ words: 'Hello' });
    expect(await at(0)).toEqual({ words: 'Good morning' });
    expect(await greeting().at(undefined)).toEqual({ words: 'Good morning' });
  });
});
