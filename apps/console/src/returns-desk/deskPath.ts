/** What goes along to the desk, out of sight of the address bar: it may be an e-mail address. */
export interface DeskState {
  /** What the order was found by; it may be the number of a return, or a serial number. */
  readonly named?: string;
}

/** The returns desk for goods whose order nobody finds. */
export const deskPathWithoutOrder = '/returns-desk?without=order';

/** The returns desk, with an order at it or ready for the next. */
export const deskPath = (orderId?: string): string =>
  orderId === undefined ? '/returns-desk' : `/returns-desk?order=${encodeURIComponent(orderId)}`;
