import type { OrderId } from '@tributary/contracts';

export interface Reservation {
  readonly reservationId: string;
  readonly orderId: OrderId;
  readonly fulfilmentId: string;
  readonly lineId: string;
  readonly quantity: number;
}

/** One that is open, and the how-manieth of its ledger it was. */
interface Open extends Reservation {
  readonly made: number;
}

/** Sorted by name, never empty. */
type Block = readonly Open[];

/** A change copies one block, and the list of them. */
const mostInBlock = 128;

/**
 * The open reservations of a ledger, by name; a change gives new ones and leaves these as they are. All
 * ledgers together hold some for every order under way, so one takes little more memory than its words: it
 * lies in a block of its neighbours by name, with nothing around it, and knows its turn.
 */
export class OpenReservations {
  static readonly none = new OpenReservations([], 0, 0);

  private constructor(
    private readonly blocks: readonly Block[],
    readonly size: number,
    /** How many were made so far, with those that ended. */
    private readonly made: number,
  ) {}

  /** @param reservations in the order in which they were made, each of another name */
  static of(reservations: readonly Reservation[]): OpenReservations {
    return reservations.reduce((open: OpenReservations, each) => open.with(each), OpenReservations.none);
  }

  get(name: string): Reservation | undefined {
    const block = this.blocks[this.blockOf(name)] ?? [];
    const open = block[placeIn(block, name)];
    return open?.reservationId === name ? reservationOf(open) : undefined;
  }

  /** One that is open under this name is replaced, and keeps its turn. */
  with(reservation: Reservation): OpenReservations {
    const name = reservation.reservationId;
    const at = this.blockOf(name);
    const block = this.blocks[at] ?? [];
    const place = placeIn(block, name);
    const before = block[place];
    if (before?.reservationId === name) {
      const changed = block.with(place, openOf(reservation, before.made));
      return new OpenReservations(this.blocks.with(at, changed), this.size, this.made);
    }
    const made = this.made + 1;
    const longer = block.toSpliced(place, 0, openOf(reservation, made));
    return new OpenReservations(this.blocks.toSpliced(at, 1, ...divided(longer)), this.size + 1, made);
  }

  without(name: string): OpenReservations {
    const at = this.blockOf(name);
    const block = this.blocks[at] ?? [];
    const place = placeIn(block, name);
    if (block[place]?.reservationId !== name) return this;
    const shorter = block.toSpliced(place, 1);
    const blocks = shorter.length > 0 ? this.blocks.with(at, shorter) : this.blocks.toSpliced(at, 1);
    return new OpenReservations(blocks, this.size - 1, this.made);
  }

  /** What they hold together. */
  units(): number {
    return this.blocks.reduce(
      (sum, block) => block.reduce((units, { quantity }) => units + quantity, sum),
      0,
    );
  }

  /** In the order in which they were made. */
  values(): readonly Reservation[] {
    return this.blocks
      .flat()
      .sort((one, other) => one.made - other.made)
      .map(reservationOf);
  }

  /** The last block that begins at or before a name, or the first. */
  private blockOf(name: string): number {
    return Math.max(0, firstWhere(this.blocks, (block) => block[0]!.reservationId > name) - 1);
  }
}

const openOf = (reservation: Reservation, made: number): Open => ({ ...reservationOf(reservation), made });

const reservationOf = ({
  reservationId,
  orderId,
  fulfilmentId,
  lineId,
  quantity,
}: Reservation): Reservation => ({ reservationId, orderId, fulfilmentId, lineId, quantity });

/** Where a name is or belongs. */
const placeIn = (block: Block, name: string): number =>
  firstWhere(block, ({ reservationId }) => reservationId >= name);

/** The first place where something holds that holds of everything after it, too; the length for none. */
const firstWhere = <T>(sorted: readonly T[], holds: (one: T) => boolean): number => {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(sorted[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
};

const divided = (block: Block): readonly Block[] => {
  if (block.length <= mostInBlock) return [block];
  const half = block.length >>> 1;
  return [block.slice(0, half), block.slice(half)];
};
