import { type Candidate, type LocationId, type SourcingDecided, amountText } from '@tributary/contracts';
import type { Network } from '../network/network.ts';
import type { Considered, Eligible, Eligibles, Excluded, RequestLine } from './candidates.ts';
import { type Share, packageCost, unitCost } from './plan.ts';

/** Losers of each verdict that a decision names; the rest are counted by reason. */
const mostNamed = 5;
/** Lines of an order of which a candidate tells that it has nothing: of a longer one, it tells what it has. */
const mostLines = 50;
/** SKUs that a reason names. */
const mostSkus = 5;

/** What a decision tells of the locations that it looked at. */
export type Verdicts = Pick<SourcingDecided, 'candidates' | 'others'>;

interface Loser {
  readonly one: Considered;
  readonly verdict: Exclude<Candidate['verdict'], 'chosen'>;
  readonly reason: string;
  /** The reason as it is said of several. */
  readonly kind: string;
  /** What it would cost alone, where it has everything: minor units. */
  readonly planCost?: number;
}

/**
 * The locations that serve shipped lines, those that came closest, and the nearest that may not serve, each with
 * what it had and why it lost; of the others, how many lost for which reason.
 * @param cost of the plan, in minor units: whoever could serve everything for as much is tied
 */
export const verdictsOf = (
  lines: readonly RequestLine[],
  { shares, cost }: { readonly shares: readonly Share[]; readonly cost: number },
  eligible: Eligibles,
  excluded: readonly Excluded[],
  network: Network,
): Verdicts => {
  const serving = new Set<LocationId>(shares.map(({ location }) => location.locationId));
  const { chosen = [], lost = [] } = Object.groupBy(eligible.all, ({ location }) =>
    serving.has(location.locationId) ? 'chosen' : 'lost',
  );
  const { whole, held } = holdingsOf(lines, eligible, new Set(chosen));
  const outdone = closest(lost, lines, whole, network, cost);
  const barred = excluded
    .map(({ reason, kind, ...one }): Loser => ({ one, verdict: 'excluded', reason, kind }))
    .sort((a, b) => farness(a.one) - farness(b.one));
  const named = (all: readonly Loser[]): Candidate[] =>
    all.slice(0, mostNamed).map(({ one, verdict, reason, planCost }) => ({
      ...described(one, lines, heldBy(one, lines)),
      verdict,
      reason,
      ...(planCost !== undefined && { planCost }),
    }));
  const others = [...counted(outdone.slice(mostNamed)), ...counted(barred.slice(mostNamed))];
  const served = chosen.map((one): Candidate => ({
    ...described(one, lines, lines.length > mostLines ? held.get(one)! : heldBy(one, lines)),
    verdict: 'chosen',
  }));
  return {
    candidates: [...[...served, ...named(outdone)].sort(byLocation), ...named(barred).sort(byLocation)],
    ...(others.length > 0 && { others }),
  };
};

const byLocation = (a: Candidate, b: Candidate): number => (a.location < b.location ? -1 : 1);

const farness = ({ distanceKm }: Considered): number => distanceKm ?? Number.MAX_VALUE;

/** Units of a line, by its id. */
type Held = readonly [lineId: string, units: number];

/** How many lines each location could serve whole, and what the chosen ones have of each line that they have any of. */
const holdingsOf = (
  lines: readonly RequestLine[],
  eligible: Eligibles,
  chosen: ReadonlySet<Eligible>,
): { whole: ReadonlyMap<Eligible, number>; held: ReadonlyMap<Eligible, readonly Held[]> } => {
  const whole = new Map<Eligible, number>();
  const held = new Map([...chosen].map((one) => [one, [] as Held[]]));
  for (const { lineId, sku, quantity } of lines)
    for (const one of eligible.having(sku)) {
      const units = one.stock(sku);
      if (units >= quantity) whole.set(one, (whole.get(one) ?? 0) + 1);
      held.get(one)?.push([lineId, units]);
    }
  return { whole, held };
};

/** Those that have everything before the others, by what they would cost alone; the others by how little they lack. */
const closest = (
  lost: readonly Eligible[],
  lines: readonly RequestLine[],
  whole: ReadonlyMap<Eligible, number>,
  { ruleSet }: Network,
  planCost: number,
): Loser[] => {
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const isShort = (one: Eligible) => (line: RequestLine) => one.stock(line.sku) < line.quantity;
  return lost
    .map((one) => {
      const { packages, distance } = packageCost(ruleSet, one.distanceKm);
      return {
        one,
        short: lines.length - (whole.get(one) ?? 0),
        cost: packages + distance + unitCost(ruleSet, one.location, units),
      };
    })
    .sort((a, b) => a.short - b.short || a.cost - b.cost)
    .map(({ one, short, cost }, rank): Loser => {
      if (short === 0) return { one, ...standing(cost, planCost, ruleSet.currency), planCost: cost };
      const kind = 'has not all of what is asked for';
      const reason = rank < mostNamed ? `has not all of ${namesOf(lines.filter(isShort(one)))}` : kind;
      return { one, verdict: 'incomplete', reason, kind };
    });
};

/** How one that has everything stands to the plan: of those that cost the same, one is taken, always the same. */
const standing = (
  cost: number,
  planCost: number,
  currency: string,
): Pick<Loser, 'verdict' | 'reason' | 'kind'> => {
  const amount = amountText(cost, currency);
  return cost === planCost
    ? { verdict: 'tied', reason: `would cost the same alone, ${amount}`, kind: 'would cost the same' }
    : { verdict: 'costlier', reason: `would cost ${amount} alone`, kind: 'would cost more' };
};

const namesOf = (lines: readonly RequestLine[]): string => {
  const named = lines.slice(0, mostSkus).map(({ sku }) => sku);
  const more = lines.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
};

const heldBy = ({ stock }: Considered, lines: readonly RequestLine[]): readonly Held[] =>
  lines.map(({ lineId, sku }) => [lineId, stock(sku)]);

const described = (
  { location, distanceKm }: Considered,
  lines: readonly RequestLine[],
  held: readonly Held[],
) => ({
  location: location.locationId,
  ...(distanceKm !== undefined && { distanceKm }),
  stock: Object.fromEntries(held.filter(([, units]) => units > 0 || lines.length <= mostLines)),
});

const counted = (losers: readonly Loser[]): NonNullable<SourcingDecided['others']> =>
  [...Map.groupBy(losers, ({ kind }) => kind).values()].map((those) => ({
    verdict: those[0]!.verdict,
    reason: those[0]!.kind,
    locations: those.length,
  }));
