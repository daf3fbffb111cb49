import type { Schemas } from '@tributary/client';
import { tracedLines } from './traced-lines.ts';

type Node = Schemas['Trace']['nodes'][number];

const name = (actor: string) => `${actor} (customer service)`;
const at = '2026-03-02T12:00:00.000Z';
const node = (id: string, more: Partial<Node> = {}): Node => ({
  id,
  kind: 'fact',
  summary: `${id} happened`,
  system: 'order',
  source: 'tributary/order',
  actor: 'ann',
  at,
  recordedAt: at,
  about: { orderId: 'web.1' },
  ...more,
});
const trace: Schemas['Trace'] = {
  eventId: 'shorted',
  nodes: [
    node('captured', { kind: 'message', system: 'outside', source: 'urn:shop' }),
    node('placed'),
    node('reserved', { system: 'inventory', about: { orderId: 'web.1', sku: 'MUG', location: 'leeds' } }),
    node('shorted', { kind: 'message', system: 'outside', source: 'urn:wms', about: {} }),
  ],
  edges: [
    { from: 'captured', to: 'placed', how: 'caused' },
    { from: 'placed', to: 'reserved', how: 'caused' },
    { from: 'placed', to: 'shorted', how: 'followed' },
  ],
};

describe('A trace on the terminal', () => {
  it('stands below what led to it, each with what it is about, where it was told and by whom', () => {
    expect(tracedLines(trace, name, false).split('\n')).toEqual([
      `${at}  captured happened · web.1 · urn:shop · ann (customer service)`,
      `${at}    placed happened · web.1 · order`,
      `${at}      reserved happened · web.1 · MUG@leeds · inventory`,
      `${at}      > … shorted happened · urn:wms · ann (customer service)`,
      '',
    ]);
  });

  it('has ids where they are asked for, and says when there is more', () => {
    const lines = tracedLines({ ...trace, more: true }, name, true).split('\n');
    expect(lines[1]).toBe(`${at}    placed happened · web.1 · order · placed`);
    expect(lines.at(-2)).toBe('There is more than is told here.');
  });
});
