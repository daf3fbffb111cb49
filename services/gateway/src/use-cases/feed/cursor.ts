import { Buffer } from 'node:buffer';

/** Of each log, in their order, the position up to which all was told. */
export type Places = readonly number[];

/** This is no cursor of ours. */
export class NoCursor extends Error {
  override readonly name = 'NoCursor';
}

/** A log that the cursor stands in is not the one that is there now: it was put back from a copy, or exchanged. */
export class CursorOfAnotherLog extends Error {
  override readonly name = 'CursorOfAnotherLog';
}

/**
 * Cursors over some logs: opaque to whoever keeps them, and of use for as long as the logs are the same.
 * A log that was added since a cursor was given is told from its beginning.
 */
export class Cursors {
  /** @param epochs of the logs, each of letters, digits, `_` and `-`: as many places has a cursor */
  constructor(private readonly epochs: readonly string[]) {}

  textOf(places: Places): string {
    return Buffer.from(this.epochs.map((epoch, index) => `${epoch}:${places[index]}`).join(',')).toString(
      'base64url',
    );
  }

  /**
   * @throws NoCursor
   * @throws CursorOfAnotherLog
   */
  placesOf(text: string): Places {
    const plain = Buffer.from(text, 'base64url').toString('latin1');
    if (!/^[\w-]{1,64}:\d{1,15}(,[\w-]{1,64}:\d{1,15})*$/.test(plain)) throw new NoCursor();
    const places = new Map(
      plain.split(',').map((part) => {
        const [epoch = '', position] = part.split(':');
        return [epoch, Number(position)] as const;
      }),
    );
    if ([...places.keys()].some((epoch) => !this.epochs.includes(epoch))) throw new CursorOfAnotherLog();
    return this.epochs.map((epoch) => places.get(epoch) ?? 0);
  }
}
