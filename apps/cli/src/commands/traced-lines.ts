import type { Schemas } from '@tributary/client';
import { type NameActor, actedBy } from '../api/people.ts';
import { plain } from '../api/problem.ts';

type Trace = Schemas['Trace'];
type Node = Trace['nodes'][number];

/**
 * A trace as lines: what led to something stands above it, one step less indented. What goes on with something,
 * rather than being caused by it, begins with `…`; the event that was asked for with `>`.
 * @param name who acted, in words
 * @param withIds whether each line ends with its id
 */
export const tracedLines = (
  { nodes, edges, eventId, more }: Trace,
  name: NameActor,
  withIds: boolean,
): string => {
  const incoming = new Map(edges.map((edge) => [edge.to, edge]));
  const children = Map.groupBy(nodes, ({ id }) => incoming.get(id)?.from);
  const lines: string[] = [];
  const add = (node: Node, depth: number): void => {
    const mark = node.id === eventId ? '> ' : '';
    const goesOn = incoming.get(node.id)?.how === 'followed' ? '… ' : '';
    const text = [
      mark + goesOn + plain(node.summary),
      ...tellingOf(node, name),
      ...(withIds ? [node.id] : []),
    ];
    lines.push(`${node.at}  ${'  '.repeat(depth)}${text.join(' · ')}\n`);
    for (const child of children.get(node.id) ?? []) add(child, depth + 1);
  };
  for (const node of children.get(undefined) ?? []) add(node, 0);
  return lines.join('') + (more ? 'There is more than is told here.\n' : '');
};

/** About what, where and by whom. */
const tellingOf = (node: Node, name: NameActor): readonly string[] => {
  const { about, kind, system, source, actor } = node;
  const { orderId, returnId, sku, location } = about;
  const goods = location === undefined ? sku : [sku, location].join('@');
  const where = kind === 'fact' ? system : source;
  // Facts carry the actor of their cause on: who acted is said once.
  const who = kind === 'fact' || actor === undefined ? undefined : actedBy(node, name);
  return [orderId, returnId, goods, where, who].filter((text) => text !== undefined).map(plain);
};
