import type { Fault } from '@tributary/contracts';
import type { Acceptable, Unacceptable } from './examine.ts';

/** What is recorded of a message that was taken in before. */
export interface Known {
  readonly type: string;
  /** UTC ISO 8601. */
  readonly time: string;
  readonly data: unknown;
  readonly metadata: {
    readonly businessDate?: string;
    readonly zone?: string;
    readonly imported?: boolean;
  };
}

/**
 * What is wrong with a message whose source and id are known already, though it says something else than
 * the message that was recorded under them; nothing where it is a repeat. CloudEvents 1.0 lets a repeat
 * have the source and id of the first, and nothing else may. How it travelled (actor, correlation, trace)
 * may differ between two sendings and is not compared.
 * @param receivedAt when it came: the time of a message that names none, which cannot be compared
 */
export const idReused = (message: Acceptable, known: Known, receivedAt: string): Unacceptable | undefined => {
  const { id, source, type, time, data, attributes } = message;
  const { businessdate, zone, imported } = attributes;
  const { metadata } = known;
  const differing: readonly (readonly [pointer: string, differs: boolean])[] = [
    ['/type', type !== known.type],
    ['/time', time !== receivedAt && time !== known.time],
    ['/data', !isSameJson(data, known.data)],
    ['/businessdate', businessdate !== metadata.businessDate],
    ['/zone', zone !== metadata.zone],
    ['/imported', (imported ?? false) !== (metadata.imported ?? false)],
  ];
  const faults: Fault[] = differing
    .filter(([, differs]) => differs)
    .map(([pointer]) => ({ pointer, message: 'This differs from the message recorded under the same id.' }));
  if (faults.length === 0) return undefined;
  return {
    id,
    source,
    type,
    code: 'id-reused',
    reason:
      'Another message of this source was recorded under this id: each message has an id of its own, and only a repeat may have it again.',
    faults,
  };
};

/** Whether two values are the same as JSON: in whatever order members stand, and one that is undefined is none. */
const isSameJson = (one: unknown, other: unknown): boolean => {
  if (!isObject(one) || !isObject(other)) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = membersOf(one);
  return (
    names.length === membersOf(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSameJson(one[name], other[name]))
  );
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const membersOf = (object: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(object).filter((name) => object[name] !== undefined);
