import {
  type AllocatedLine,
  type LineQuantities,
  type LocationId,
  type Method,
  type OrderPlaced,
  type PlacedLine,
  type PricedLine,
  type Sku,
  changeMethods,
  changeQuantities,
  placedQuantities,
  unallocatedOf,
  withChangedLines,
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
  /** Major units of the order's currency, decimal text. */
  readonly unitPrice: string;
  /** The price that the line came with: what overrides are measured by. */
  readonly listPrice: string;
  /** Minor units for all units ever ordered. */
  readonly amount: number;
}

export const placedLines = ({ lines, completedAt }: OrderPlaced): Lines => ({
  lines: lines.map((line) => placedLine(line, completedAt !== undefined)),
});

const placedLine = (line: PlacedLine, complete: boolean): Line => {
  const { lineId, sku, method, pickupAt, unitPrice, amount, quantity } = line;
  return {
    lineId,
    sku,
    method,
    ...(pickupAt && { pickupAt }),
    unitPrice,
    listPrice: unitPrice,
    amount,
    ...placedQuantities(quantity, complete),
  };
};

/** What a fact says of quantities holds for every service alike: the contracts tell it. */
export const changedLines = ({ lines }: Lines, event: OrderEvent): Lines => ({
  lines: changeQuantities(
    changeMethods(withNewLines(lines, event), event),
    event,
    (line) => line,
    ({ lineId, sku, method, pickupAt, unitPrice, listPrice, amount }, quantities) => ({
      ...quantities,
      lineId,
      sku,
      method,
      ...(pickupAt && { pickupAt }),
      unitPrice,
      listPrice,
      amount,
    }),
  ),
});

/** With lines that an event brings, and with the prices that it sets. */
const withNewLines = (lines: readonly Line[], event: OrderEvent): readonly Line[] => {
  switch (event.type) {
    case 'tributary.order.history-completed.v1':
      return [...lines, ...event.data.lines.map((line) => placedLine(line, true))];
    case 'tributary.order.changed.v1':
      return withChangedLines(lines, event.data.lines, {
        known: (line, { unitPrice, amount }) => ({ ...line, unitPrice, amount }),
        joining: (line) => placedLine(line, false),
      });
    default:
      return lines;
  }
};

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

/** The lines as far as money is concerned. */
export const pricedLines = (lines: readonly Line[]): readonly PricedLine[] =>
  lines.map((line) => ({ amount: line.amount, quantities: line }));

/** So many units of each line, for a fact; lines of which there are none are left out. */
export const unitsOf = <L extends Line>(lines: readonly L[], units: (line: L) => number): AllocatedLine[] =>
  lines
    .map((line) => ({
      lineId: line.lineId as AllocatedLine['lineId'],
      sku: line.sku,
      quantity: units(line),
    }))
    .filter(({ quantity }) => quantity > 0);

/** Not cancelled and not yet gone. */
export const openQuantity = (line: Line): number => line.ordered - line.cancelled - line.fulfilled;
/** Open and held nowhere: what a new allocation may take up. */
export const unallocated = (line: Line): number => unallocatedOf(line);
/** Whether sourcing has answered for the whole order: every unit is held, waits for stock, or is out. */
export const isDecided = ({ lines }: Lines): boolean =>
  lines.every((line) => unallocated(line) === line.backordered);
