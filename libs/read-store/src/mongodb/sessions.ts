import type { Binary, ClientSession, Collection as Documents, Db } from 'mongodb';

/** A session of a process that writes here, until it ends. */
interface Noted {
  readonly _id: Binary;
  readonly at: Date;
}

/** A note is older than that only where its process has ended, in seconds. */
const LONGEST_NOTE = 86_400;
/** A session in use is noted again after so many milliseconds. */
const NOTED_FOR = (LONGEST_NOTE * 1_000) / 4;
/** Between two looks for abandoned transactions, in milliseconds. */
const PAUSE = 2_000;

/**
 * The sessions in which this process writes, noted for its successors. The server keeps the
 * transaction of a process that was killed for `transactionLifetimeLimitSeconds`, a minute, and refuses
 * so long what others write to the same documents: they end it instead. One that was not abandoned is
 * ended by mistake and begun again by its process's driver.
 */
export class Sessions {
  readonly #own = new Map<string, { readonly id: Binary; readonly at: number }>();
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly db: Db) {}

  get #noted(): Documents<Noted> {
    return this.db.collection<Noted>('_sessions');
  }

  /** Creates what it needs. */
  async prepare(): Promise<void> {
    await this.#noted.createIndex({ at: 1 }, { name: 'ended', expireAfterSeconds: LONGEST_NOTE });
  }

  /** Before the first write of a session. */
  async note(session: ClientSession): Promise<void> {
    const { id } = session.id!;
    const name = id.toString('hex');
    const at = Date.now();
    if (at - (this.#own.get(name)?.at ?? 0) < NOTED_FOR) return;
    await this.#noted.updateOne({ _id: id }, { $set: { at: new Date(at) } }, { upsert: true });
    this.#own.set(name, { id, at });
  }

  /** Ends the transactions of all others; seldom, as a live one loses some work by it. */
  async endAbandoned(): Promise<void> {
    if (performance.now() - this.#lookedAt < PAUSE) return;
    this.#lookedAt = performance.now();
    const others = await this.#noted.find({ _id: { $nin: this.#ids() } }, { limit: 1_000 }).toArray();
    if (others.length === 0) return;
    await this.db.command({ killSessions: others.map(({ _id: id }) => ({ id })) });
  }

  /** Of a process that ends in order. */
  async forget(): Promise<void> {
    if (this.#own.size > 0) await this.#noted.deleteMany({ _id: { $in: this.#ids() } });
  }

  #ids(): Binary[] {
    return [...this.#own.values()].map(({ id }) => id);
  }
}
