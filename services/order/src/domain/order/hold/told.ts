import type { InboundData, OrderPlaced } from '@tributary/contracts';
import type { Captured } from '../order.ts';
import { type Reading, applied, ignored } from '../reading.ts';
import type { Told } from '../rule.ts';
import { type Waiting, waitingFacts } from '../waiting.ts';
import { held, knownHold } from './holds.ts';
import { released } from './released.ts';

type HoldRequested = InboundData<'tributary.order.hold-requested.v1'>;
type ReleaseRequested = InboundData<'tributary.order.release-requested.v1'>;

/** A system tells of a hold. What happened last for a reason counts, whatever is told last. */
export const toldToHold = (hold: HoldRequested, order: Captured, { occurredAt }: Told): Reading => {
  const { reason } = hold;
  const { since = '', upTo = '' } = knownHold(order, reason);
  if (upTo >= occurredAt) return ignored('released-since', `It was released from ${reason} after that.`);
  if (since >= occurredAt) return ignored('already-held', `It was held for ${reason} before.`);
  return applied(held(order, hold, occurredAt));
};

/** A system tells of a release. One that is told before its hold counts: the hold then has no effect. */
export const toldToRelease = (
  { reason, note }: ReleaseRequested,
  order: Captured,
  { occurredAt }: Told,
): Reading => {
  const { since = '', upTo = '' } = knownHold(order, reason);
  if (since > occurredAt) return ignored('held-since', `It was held for ${reason} after that.`);
  if (upTo >= occurredAt) return ignored('already-released', `It was released from ${reason} before.`);
  return applied(released(order, { reason, note, upTo: occurredAt }));
};

/**
 * What an order is held for when it is placed: as its channel says, and as was told before it was known.
 * Sourcing begins with the placing, so a hold told in time must stand with it.
 * @param placedAt UTC ISO 8601
 */
export const holdsFromTheStart = (
  told: readonly Omit<HoldRequested, 'orderId'>[],
  waiting: Waiting,
  placedAt: string,
): OrderPlaced['holds'] => {
  const ofType = <D>(type: string) =>
    waitingFacts(waiting)
      .filter(({ messageType }) => messageType === type)
      .map(({ data, occurredAt }) => ({ ...(data as D), at: occurredAt }));
  const releases = ofType<ReleaseRequested>('tributary.order.release-requested.v1');
  const early = ofType<HoldRequested>('tributary.order.hold-requested.v1').map(
    ({ orderId: _, at, ...hold }) => ({ ...hold, since: at }),
  );
  const last = new Map(
    [...told.map((hold) => ({ ...hold, since: placedAt })), ...early]
      .toSorted((one, other) => (one.since < other.since ? -1 : 1))
      .map((hold) => [hold.reason, hold]),
  );
  const holds = [...last.values()].filter(
    ({ reason, since }) => !releases.some((release) => release.reason === reason && release.at >= since),
  );
  return holds.length > 0 ? holds : undefined;
};
