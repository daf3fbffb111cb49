import type { AllocatedLine, LeftBeyond, ReservedQuantity } from '@tributary/contracts';
import { type Line, openQuantity, unallocated } from '../lines/lines.ts';
import type { Captured } from '../order.ts';
import type { WithoutEffect } from '../reading.ts';
import { type FulfilmentState, quantityOf } from './fulfilments.ts';
import { type Asked, askedOf, heldBy } from './held.ts';

/** What leaves a fulfilment, as the facts of a shipment and of a hand-over say it. */
export interface Leaving {
  readonly lines: AllocatedLine[];
  readonly beyond?: LeftBeyond[];
  readonly release?: ReservedQuantity[];
}

/**
 * What left is gone, whatever was decided about it meanwhile. Named units come out of what the
 * fulfilment holds; what is named beyond that left, too. Where none are named, all has left that the
 * fulfilment still holds: what was cancelled in good time is not on its list any more. If it holds
 * nothing, something left all the same: all that it was given, is not known to have left and was not
 * reported short. Whoever cancelled that, or lost it, was too late.
 *
 * Of an order that was complete when it was told, all has left already: a shipment says how it went.
 *
 * To the order, units beyond those held are first some it still wants (what other fulfilments hold of
 * them is released), then some it had cancelled, and then more than was ordered.
 * @param retold whether units named beyond those held repeat what has left before: a hand-over has no id of its own
 */
export const leaving = (
  order: Captured,
  fulfilment: FulfilmentState,
  asked: Asked,
  retold: boolean,
): Leaving | undefined => {
  if (order.complete && fulfilment.elsewhere) return { lines: [] };
  const lines: AllocatedLine[] = [];
  const beyond: LeftBeyond[] = [];
  const release: ReservedQuantity[] = [];
  for (const line of order.lines) {
    const goods = { lineId: line.lineId as AllocatedLine['lineId'], sku: line.sku };
    const named = asked ? askedOf(asked, line.lineId) : unnamedOf(fulfilment, line);
    const held = Math.min(named, quantityOf(fulfilment.lines, line.lineId));
    const before = retold && asked ? quantityOf(fulfilment.left, line.lineId) : 0;
    const more = Math.max(0, named - held - before);
    if (held > 0) lines.push({ ...goods, quantity: held });
    const wanted = Math.min(more, openQuantity(line) - held);
    for (const piece of pieces(why(fulfilment, line.lineId, more), whatFor(line, more, wanted)))
      beyond.push({ ...goods, ...piece });
    release.push(
      ...heldBy(
        order,
        line.lineId,
        wanted - unallocated(line),
        ({ fulfilmentId }) => fulfilmentId !== fulfilment.fulfilmentId,
      ),
    );
  }
  if (lines.length === 0 && beyond.length === 0) return undefined;
  return { lines, ...(beyond.length > 0 && { beyond }), ...(release.length > 0 && { release }) };
};

/** Units of lines the order does not have: of what goods they are, nobody knows. */
export const unknownLines = ({ lines }: Captured, asked: Asked): WithoutEffect | undefined => {
  const unknown = (asked ?? []).filter(({ lineId }) => lines.every((line) => line.lineId !== lineId));
  if (unknown.length === 0) return undefined;
  const named = unknown.map(({ lineId, quantity }) => `${quantity} of line ${lineId}`).join(', ');
  return { code: 'unknown-line', reason: `The order has no such line: ${named}.` };
};

/**
 * What a shipment that names no lines is of: what is held, or all but what was short where nothing is; of
 * a fulfilment decided elsewhere, all that the order still wants.
 */
const unnamedOf = ({ lines, withdrawn, elsewhere }: FulfilmentState, line: Line): number =>
  elsewhere
    ? openQuantity(line)
    : quantityOf(
        lines.length > 0 ? lines : withdrawn.filter(({ because }) => because !== 'short'),
        line.lineId,
      );

type Counted<T> = readonly (readonly [T, number])[];

/** Why the fulfilment does not hold them. That goods left which it had reported missing is believed last. */
const why = (
  { withdrawn }: FulfilmentState,
  lineId: string,
  units: number,
): Counted<LeftBeyond['because']> => {
  const of = (because: LeftBeyond['because']) =>
    [
      because,
      quantityOf(
        withdrawn.filter((one) => one.because === because),
        lineId,
      ),
    ] as const;
  return [of('cancelled'), of('served-elsewhere'), of('lost'), of('short'), ['never-held', units]];
};

const whatFor = (line: Line, units: number, wanted: number): Counted<LeftBeyond['countsAs']> => [
  ['wanted', wanted],
  ['cancelled', Math.min(units - wanted, line.cancelled)],
  ['surplus', Math.max(0, units - wanted - line.cancelled)],
];

type Piece = Pick<LeftBeyond, 'because' | 'countsAs' | 'quantity'>;

/** The same units by why and by what for: as many pieces as it takes to say both. */
const pieces = (
  reasons: Counted<LeftBeyond['because']>,
  meanings: Counted<LeftBeyond['countsAs']>,
): Piece[] => {
  const found: Piece[] = [];
  const left = reasons.map(([, units]) => units);
  for (const [countsAs, units] of meanings) {
    let open = units;
    for (const [index, [because]] of reasons.entries()) {
      const quantity = Math.min(open, left[index]!);
      if (quantity <= 0) continue;
      left[index]! -= quantity;
      open -= quantity;
      found.push({ because, countsAs, quantity });
    }
  }
  return found;
};
