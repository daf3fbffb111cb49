import type { Trace, TraceNode } from '../api/trace.ts';
import { branchesOf, laidOut } from './laid.ts';

const node = (id: string, system: TraceNode['system'], second: number): TraceNode => ({
  id,
  kind: system === 'outside' ? 'message' : 'fact',
  summary: id,
  system,
  source: system === 'outside' ? 'urn:shop' : `tributary/${system}`,
  at: '2026-03-02T12:00:00.000Z',
  recordedAt: `2026-03-02T12:00:0${second}.000Z`,
  about: {},
});
const trace: Trace = {
  nodes: [
    node('captured', 'outside', 0),
    node('placed', 'order', 1),
    node('decided', 'sourcing', 1),
    node('reserved', 'inventory', 2),
    node('answered', 'inventory', 2),
    node('shorted', 'outside', 3),
  ],
  edges: [
    { from: 'captured', to: 'placed', how: 'caused' },
    { from: 'placed', to: 'decided', how: 'caused' },
    { from: 'decided', to: 'reserved', how: 'caused' },
    { from: 'decided', to: 'answered', how: 'caused' },
    { from: 'placed', to: 'shorted', how: 'followed' },
  ],
};

describe('The picture of a trace', () => {
  it('has a lane for each system, and what led to something to the left of it', () => {
    const { lanes, things, columns } = laidOut(trace);
    expect(lanes).toEqual(['urn:shop', 'Orders', 'Sourcing', 'Stock']);
    expect(things.map(({ number, lane, column }) => [number, lane, column])).toEqual([
      [1, 0, 0],
      [2, 1, 1],
      [3, 2, 2],
      [4, 3, 3],
      [5, 3, 4],
      [6, 0, 5],
    ]);
    expect(columns).toBe(6);
  });

  it('has in one column what was recorded at once in several lanes, where neither led to the other', () => {
    const nodes = [node('a', 'order', 1), node('b', 'sourcing', 1)];
    expect(laidOut({ nodes, edges: [] }).things.map(({ column }) => column)).toEqual([0, 0]);
  });

  it('says the same as a list in a list', () => {
    const names = (branches: ReturnType<typeof branchesOf>): unknown[] =>
      branches.map(({ node: { id }, follows, branches: below }) => [
        `${id}${follows ? ' follows' : ''}`,
        ...names(below),
      ]);
    expect(names(branchesOf(laidOut(trace)))).toEqual([
      ['captured', ['placed', ['decided', ['reserved'], ['answered']], ['shorted follows']]],
    ]);
  });

  it('leaves out lines to what is not told, and is empty for nothing', () => {
    expect(laidOut({ nodes: [], edges: [{ from: 'a', to: 'b', how: 'caused' }] })).toEqual({
      lanes: [],
      things: [],
      columns: 0,
      lines: [],
    });
  });
});
