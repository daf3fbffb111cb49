import type { Trace, TraceNode } from '../api/trace.ts';
import { t } from '../words/words.ts';

/** Something that happened, where it stands in the picture. */
export interface Laid {
  readonly node: TraceNode;
  /** From 1, as the list counts it. */
  readonly number: number;
  /** Its system’s, from 0 at the top. */
  readonly lane: number;
  /** From 0 at the left: what was recorded later stands further right. */
  readonly column: number;
}

export interface Picture {
  /** Names of the systems, other ones first, then in the order that an order goes through ours. */
  readonly lanes: readonly string[];
  readonly things: readonly Laid[];
  readonly columns: number;
  readonly lines: readonly { readonly from: Laid; readonly to: Laid; readonly how: 'caused' | 'followed' }[];
}

const ours: Readonly<Record<Exclude<TraceNode['system'], 'outside'>, string>> = {
  people: t('People'),
  gateway: t('Gateway'),
  order: t('Orders'),
  sourcing: t('Sourcing'),
  inventory: t('Stock'),
  repository: t('Repository'),
};

/** The system where something happened, in words; of another one, by what it calls itself. */
export const systemOf = ({ system, source }: TraceNode): string =>
  system === 'outside' ? source : ours[system];

/** A trace as a picture: a lane each system, a column each moment. What was recorded at once in several lanes shares one. */
export const laidOut = ({ nodes, edges }: Trace): Picture => {
  const outside = new Set(nodes.filter(({ system }) => system === 'outside').map(systemOf));
  const own = Object.values(ours).filter((name) => nodes.some((node) => systemOf(node) === name));
  const lanes = [...outside, ...own.filter((name) => !outside.has(name))];
  const things: Laid[] = [];
  let column = -1;
  let taken = new Set<string>();
  let at = '';
  const cause = new Map(edges.map(({ from, to }) => [to, from]));
  let inColumn = new Set<string>();
  for (const [index, node] of nodes.entries()) {
    const lane = systemOf(node);
    const led = cause.get(node.id);
    if (node.recordedAt !== at || taken.has(lane) || (led !== undefined && inColumn.has(led))) {
      column += 1;
      taken = new Set();
      inColumn = new Set();
      at = node.recordedAt;
    }
    taken.add(lane);
    inColumn.add(node.id);
    things.push({ node, number: index + 1, lane: lanes.indexOf(lane), column });
  }
  const byId = new Map(things.map((thing) => [thing.node.id, thing]));
  const lines = edges.flatMap(({ from, to, how }) => {
    const [one, other] = [byId.get(from), byId.get(to)];
    return one && other ? [{ from: one, to: other, how }] : [];
  });
  return { lanes, things, columns: column + 1, lines };
};

/** Something with what it led to, as deep as that goes. */
export interface Branch extends Laid {
  /** Whether it goes on with what stands above it, rather than being caused by it. */
  readonly follows: boolean;
  readonly branches: readonly Branch[];
}

/** The same as a list in a list: what led to something stands above it. */
export const branchesOf = ({ things, lines }: Picture): readonly Branch[] => {
  const incoming = new Map(lines.map((line) => [line.to, line]));
  const below = Map.groupBy(things, (thing) => incoming.get(thing)?.from);
  const branch = (thing: Laid): Branch => ({
    ...thing,
    follows: incoming.get(thing)?.how === 'followed',
    branches: (below.get(thing) ?? []).map(branch),
  });
  return (below.get(undefined) ?? []).map(branch);
};
