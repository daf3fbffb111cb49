import type { AvailabilityPolicy, AvailabilityRule } from '@tributary/contracts';

/** The stream of what channels are told of stock. */
export const availabilityPolicyStream = 'availability-policy';

/** Until it is set every channel is told of all there is. */
export const allIsTold: AvailabilityPolicy = { rules: [] };

/** The first rule that names the channel. */
export const ruleFor = (channel: string, { rules }: AvailabilityPolicy): AvailabilityRule | undefined =>
  rules.find(({ channels }) => channels.some((one) => one === channel));

/** Units of one SKU at one location that no order has. */
export interface Free {
  readonly location: string;
  readonly available: number;
}

/** What a channel is told of one SKU at one location. */
export type Told = Free & ({ readonly keptBack?: number } | { readonly why: 'not-for-channel' });

/** What of a SKU's free units at a location a rule lets its channels know. */
export const toldOf = (sku: string, { location, available }: Free, rule: AvailabilityRule): Told => {
  if (rule.without?.some((one) => one === location)) return { location, available, why: 'not-for-channel' };
  const kept = rule.keepBackOf?.find((one) => one.sku === sku)?.units ?? rule.keepBack ?? 0;
  const keptBack = Math.min(kept, available);
  return { location, available: available - keptBack, ...(keptBack > 0 && { keptBack }) };
};
