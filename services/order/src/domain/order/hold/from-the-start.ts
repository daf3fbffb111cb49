import type { Hold, HoldRules, InboundData, OrderPlaced } from '@tributary/contracts';
import { type Waiting, waitingFacts } from '../waiting.ts';
import { heldByRules } from './hold-rules.ts';

type HoldRequested = InboundData<'tributary.order.hold-requested.v1'>;
type ReleaseRequested = InboundData<'tributary.order.release-requested.v1'>;

/** What an order may be held for when it is placed. */
export interface Holding {
  /** As its channel says. */
  readonly told: readonly Hold[];
  readonly rules: HoldRules;
  /** What was told before it was known. */
  readonly waiting: Waiting;
}

/**
 * An order as it is placed, with what it is held for: as its channel says, by rule, and as was told before
 * it was known. Sourcing begins with the placing, so a hold that is told in time must stand with it. Rules
 * do not hold what is not sourced here.
 * @param placedAt UTC ISO 8601
 */
export const heldFromTheStart = (order: OrderPlaced, holding: Holding, placedAt: string): OrderPlaced => {
  const { told, rules, waiting } = holding;
  const isSourcedHere = order.sourcing !== 'elsewhere' && order.completedAt === undefined;
  const ruled = isSourcedHere ? heldByRules(order, rules) : [];
  const now = [...ruled, ...told].map((hold) => ({ ...hold, since: placedAt }));
  const early = messages<HoldRequested>(waiting, 'tributary.order.hold-requested.v1').map(
    ({ orderId: _, at, ...hold }) => ({ ...hold, since: at }),
  );
  const releases = messages<ReleaseRequested>(waiting, 'tributary.order.release-requested.v1');
  const last = new Map(
    [...now, ...early]
      .toSorted((one, other) => Number(one.since > other.since) - Number(one.since < other.since))
      .map((hold) => [hold.reason, hold]),
  );
  const holds = [...last.values()].filter(
    ({ reason, since }) => !releases.some((release) => release.reason === reason && release.at >= since),
  );
  return holds.length > 0 ? { ...order, holds } : order;
};

const messages = <D>(waiting: Waiting, type: string): (D & { readonly at: string })[] =>
  waitingFacts(waiting)
    .filter(({ messageType }) => messageType === type)
    .map(({ data, occurredAt }) => ({ ...(data as D), at: occurredAt }));
