import {
  type LineQuantities,
  type LocationId,
  type Method,
  type OrderPlaced,
  type PlacedLine,
  type Sku,
  changeMethods,
  changeQuantities,
  placedQuantities,
  unallocatedOf,
} from '@tributary/contracts';
import type { OrderEvent } from '../order-event.ts';

/** What was ordered, and how much of it is where. */
export interface Lines {
  readonly lines: readonly Line[];
}

/** ordered = open + fulfilled + cancelled, where open is what is allocated, backordered or waiting to be sourced. */
export interface Line extends LineQuantities {
  readonly lineId: string;
  readonly sku: Sku;
  readonly method: Method;
  /** Where the customer collects it. */
  readonly pickupAt?: LocationId;
}

export const placedLines = ({ lines, completedAt }: OrderPlaced): Lines => ({
  lines: lines.map((line) => placedLine(line, completedAt !== undefined)),
});

const placedLine = ({ lineId, sku, method, pickupAt, quantity }: PlacedLine, complete: boolean): Line => ({
  lineId,
  sku,
  method,
  ...(pickupAt && { pickupAt }),
  ...placedQuantities(quantity, complete),
});

/** What a fact says of quantities holds for every service alike: the contracts tell it. */
export const changedLines = ({ lines }: Lines, event: OrderEvent): Lines => ({
  lines: changeQuantities(
    changeMethods(withTheRest(lines, event), event),
    event,
    (line) => line,
    ({ lineId, sku, method, pickupAt }, quantities) => ({
      ...quantities,
      lineId,
      sku,
      method,
      ...(pickupAt && { pickupAt }),
    }),
  ),
});

const withTheRest = (lines: readonly Line[], event: OrderEvent): readonly Line[] =>
  event.type === 'tributary.order.history-completed.v1'
    ? [...lines, ...event.data.lines.map((line) => placedLine(line, true))]
    : lines;

/** A fact together with what it ends of a backorder, if it ends any: whoever keeps the queues need not know the order. */
export const tellingWaited = <E extends OrderEvent>(order: Lines, event: E): E => {
  const after = changedLines(order, event).lines;
  const waited = order.lines
    .map(({ lineId, sku, backordered }, index) => ({
      lineId,
      sku,
      quantity: backordered - after[index]!.backordered,
    }))
    .filter(({ quantity }) => quantity > 0);
  return waited.length === 0 ? event : { ...event, data: { ...event.data, waited } };
};

/** Not cancelled and not yet gone. */
export const openQuantity = (line: Line): number => line.ordered - line.cancelled - line.fulfilled;
/** Open and held nowhere: what a new allocation may take up. */
export const unallocated = (line: Line): number => unallocatedOf(line);
/** Whether sourcing has answered for the whole order: every unit is held, waits for stock, or is out. */
export const isDecided = ({ lines }: Lines): boolean =>
  lines.every((line) => unallocated(line) === line.backordered);
