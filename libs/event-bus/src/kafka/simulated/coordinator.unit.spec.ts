import { describe, expect, it } from '@jest/globals';
import { Coordinator } from './coordinator.ts';

const metadata = Buffer.from('orders');
const asking = (clientId: string, memberId = '') => ({
  memberId,
  clientId,
  sessionTimeout: 6_000,
  rebalanceTimeout: 10_000,
  metadata,
});
const refused = (type: string): RegExp => new RegExp(`^${type}: `);

/** A group at a clock that the spec moves. */
const aGroup = () => {
  let now = 0;
  const coordinator = new Coordinator(
    () => now,
    () => {},
  );
  const group = () => coordinator.group('readers');
  return {
    coordinator,
    group,
    later: (milliseconds: number) => void (now += milliseconds),
    /** One member alone, in its generation, with all partitions. */
    settled: (clientId: string) => {
      const id = group().join(asking(clientId));
      const { generation } = group().joined(id)!;
      group().divide(id, generation, new Map([[id, Buffer.from('all')]]));
      return { id, generation };
    },
  };
};

describe('A simulated consumer group', () => {
  it('gives its first member all that the leader, itself, divides', () => {
    const { group, settled } = aGroup();
    const { id, generation } = settled('a');
    expect([id, generation]).toEqual(['a-1', 1]);
    expect(group().assignment(id, generation)).toEqual(Buffer.from('all'));
  });

  it('is divided by another where its leader joins, lives, and never says who works on what', () => {
    const { group, later, settled } = aGroup();
    const first = settled('a');
    const second = group().join(asking('b'));
    group().join(asking('a', first.id));
    expect(group().assignment(second, 2)).toBeUndefined();
    for (let tick = 0; tick < 11; tick += 1) {
      later(1_000);
      for (const id of [first.id, second].slice(tick < 10 ? 0 : 1)) group().joined(id);
    }
    expect(() => group().heartbeat(first.id, 2)).toThrow(refused('UNKNOWN_MEMBER_ID'));
    group().join(asking('b', second));
    expect(group().joined(second)).toMatchObject({ generation: 3, leaderId: second });
  });

  it('waits with a second member until the first heard of it and joins again', () => {
    const { group, settled } = aGroup();
    const first = settled('a');
    const second = group().join(asking('b'));
    expect(group().joined(second)).toBeUndefined();
    expect(() => group().heartbeat(first.id, first.generation)).toThrow(refused('REBALANCE_IN_PROGRESS'));
    group().join(asking('a', first.id));
    expect(group().joined(first.id)).toEqual({
      generation: 2,
      leaderId: 'a-1',
      members: [first.id, second].map((memberId) => ({ memberId, memberMetadata: metadata })),
    });
    expect(group().joined(second)).toEqual({ generation: 2, leaderId: 'a-1', members: [] });
    expect(group().assignment(second, 2)).toBeUndefined();
    group().divide(first.id, 2, new Map([[second, Buffer.from('half')]]));
    expect(group().assignment(second, 2)).toEqual(Buffer.from('half'));
  });

  it('takes commits of a generation until the next one is made, and none afterwards', () => {
    const { group, settled } = aGroup();
    const { id, generation } = settled('a');
    const commit = (offset: string) =>
      group().commit(id, generation, [['orders:0', { offset, metadata: 'seen' }]]);
    commit('3');
    group().join(asking('b'));
    commit('5');
    group().join(asking('a', id));
    expect(() => commit('7')).toThrow(refused('ILLEGAL_GENERATION'));
    expect(Object.fromEntries(group().committed)).toEqual({ 'orders:0': { offset: '5', metadata: 'seen' } });
  });

  it('forgets who falls silent for longer than its session, and those that live divide anew', () => {
    const { group, settled, later } = aGroup();
    const { id, generation } = settled('a');
    const second = group().join(asking('b'));
    group().join(asking('a', id));
    group().divide(id, 2, new Map());
    later(5_000);
    group().heartbeat(second, 2);
    later(1_001);
    expect(() => group().heartbeat(second, 2)).toThrow(refused('REBALANCE_IN_PROGRESS'));
    expect(() => group().heartbeat(id, generation)).toThrow(refused('UNKNOWN_MEMBER_ID'));
    group().join(asking('b', second));
    expect(group().joined(second)).toMatchObject({ generation: 3, leaderId: second });
  });

  it('goes on without who lives and does not join in time', () => {
    const { group, settled, later } = aGroup();
    const { id, generation } = settled('a');
    const second = group().join(asking('b'));
    for (const milliseconds of [5_000, 4_999]) {
      later(milliseconds);
      expect(() => group().heartbeat(id, generation)).toThrow(refused('REBALANCE_IN_PROGRESS'));
      expect(group().joined(second)).toBeUndefined();
    }
    later(1);
    expect(group().joined(second)).toMatchObject({ generation: 2, leaderId: second });
    expect(() => group().heartbeat(id, generation)).toThrow(refused('UNKNOWN_MEMBER_ID'));
  });

  it('is deleted only when nobody is in it', () => {
    const { coordinator, group, settled } = aGroup();
    const { id } = settled('a');
    expect(() => coordinator.delete('readers')).toThrow(refused('NON_EMPTY_GROUP'));
    group().leave(id);
    coordinator.delete('readers');
    expect(coordinator.groupIds).toEqual([]);
    expect(() => coordinator.delete('readers')).toThrow(refused('GROUP_ID_NOT_FOUND'));
  });
});
