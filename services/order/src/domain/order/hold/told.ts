import type { InboundData } from '@tributary/contracts';
import type { Captured } from '../order.ts';
import { type Reading, applied, ignored } from '../reading.ts';
import type { Told } from '../rule.ts';
import { hasRoomFor, held, knownHold, tooManyReasons } from './holds.ts';
import { released } from './released.ts';

type HoldRequested = InboundData<'tributary.order.hold-requested.v1'>;
type ReleaseRequested = InboundData<'tributary.order.release-requested.v1'>;

/** A system tells of a hold. What happened last for a reason counts, whatever is told last. */
export const toldToHold = (hold: HoldRequested, order: Captured, { occurredAt }: Told): Reading => {
  const { reason } = hold;
  if (!hasRoomFor(order, reason)) return noRoom();
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
  if (!hasRoomFor(order, reason)) return noRoom();
  const { since = '', upTo = '' } = knownHold(order, reason);
  if (since > occurredAt) return ignored('held-since', `It was held for ${reason} after that.`);
  if (upTo >= occurredAt) return ignored('already-released', `It was released from ${reason} before.`);
  return applied(released(order, { reason, note, upTo: occurredAt }));
};

const noRoom = (): Reading => ignored(tooManyReasons.code, tooManyReasons.reason);
