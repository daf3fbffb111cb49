/** A fact, the key whose order is kept, and the topic it travels on. */
export interface Keyed<E> {
  readonly topic: string;
  readonly key: string;
  readonly event: E;
}

export interface PlacedMessage<E> extends Keyed<E> {
  readonly partition: string;
  readonly offset: number;
}

export interface Delivery<E> {
  /** Of one partition, in order. */
  readonly messages: readonly PlacedMessage<E>[];
  readonly through: { readonly partition: string; readonly offset: number };
}

/** How a bus happens to deliver: any numbers at all say one way. */
export interface Chances {
  /** Turn after turn, which of the streams that have something left is next. */
  readonly turns: readonly number[];
  /** Of the batches, over and over; each at least 1. */
  readonly sizes: readonly number[];
}

/**
 * One of the orders in which the items of each stream stay in order. What no turn names comes last,
 * stream after stream.
 */
export const interleaved = <T>(streams: readonly (readonly T[])[], turns: readonly number[]): T[] => {
  const left = streams.map((stream) => [...stream]);
  const told: T[] = [];
  for (const turn of turns) {
    const open = left.filter(({ length }) => length > 0);
    if (open.length === 0) break;
    told.push(open[turn % open.length]!.shift()!);
  }
  return [...told, ...left.flat()];
};

const cut = <T>(items: readonly T[], sizes: readonly number[]): T[][] => {
  const parts: T[][] = [];
  for (let start = 0; start < items.length; start += parts.at(-1)!.length) {
    const size = sizes[parts.length % sizes.length]!;
    parts.push(items.slice(start, start + size));
  }
  return parts;
};

/** The same number for a key in every topic, as a bus divides topics whose facts are about one thing. */
const partitionOf = (key: string, partitions: number): number =>
  [...key].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % partitions;

/**
 * The facts of these streams as a bus of so many partitions might hand them to one group: streams
 * interleaved, cut into batches, each batch divided by partition.
 */
export const deliveriesOf = <E>(
  streams: readonly (readonly Keyed<E>[])[],
  partitions: number,
  { turns, sizes }: Chances,
): Delivery<E>[] => {
  const ends = new Map<string, number>();
  const messages = interleaved(streams, turns).map((told): PlacedMessage<E> => {
    const partition = `${told.topic}:${partitionOf(told.key, partitions)}`;
    const offset = (ends.get(partition) ?? 0) + 1;
    ends.set(partition, offset);
    return { ...told, partition, offset };
  });
  return cut(messages, sizes).flatMap((batch) =>
    [...Map.groupBy(batch, ({ partition }) => partition)].map(([partition, ofOne]) => ({
      messages: ofOne,
      through: { partition, offset: ofOne.at(-1)!.offset },
    })),
  );
};
