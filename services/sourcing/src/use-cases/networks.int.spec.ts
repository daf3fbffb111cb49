import { inboundExamples } from '@tributary/contracts';
import { commandedBy } from '@tributary/event-store';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { Networks } from './networks.ts';

describe('The network', () => {
  const log = openSqliteEventLog(':memory:');
  const store = log.forService('sourcing');
  const networks = new Networks(store);
  afterAll(() => log.close());

  it('is told as it was true and as it was known at a moment', async () => {
    const [location] = inboundExamples['tributary.location.updated.v1'];
    const define = async (active: boolean, time: string) => {
      const cause = { ...commandedBy('tributary/sourcing', { actor: 'ops:spec' }), time };
      await networks.define(cause, { ...location, active } as never);
    };
    const isActive = async (moment: Parameters<Networks['at']>[0]) =>
      (await networks.at(moment)).locations.get(location.locationId as never)?.active;
    await define(true, '2026-03-02T10:00:00.000Z');
    await define(false, '2026-03-02T12:00:00.000Z');
    // Told late: it was open at eleven, and stays closed.
    await define(true, '2026-03-02T11:00:00.000Z');
    const [first, second, third] = (await store.readStream('location-network')).map(
      ({ recordedTime }) => recordedTime,
    );
    expect(await isActive({})).toBe(false);
    expect(await isActive({ asOf: '2026-03-02T09:59:59.999Z' })).toBeUndefined();
    expect(await isActive({ asOf: '2026-03-02T11:30:00.000Z' })).toBe(true);
    expect(await isActive({ knownAt: new Date(Date.parse(first!) - 1).toISOString() })).toBeUndefined();
    expect(await isActive({ knownAt: third })).toBe(false);
    expect(await isActive({ asOf: '2026-03-02T12:00:00.000Z', knownAt: second })).toBe(false);
    expect((await networks.at({ asOf: '2026-03-02T09:00:00.000Z' })).ruleSet.ruleSetId).toBe('default');
  });
});
