import { fair } from './climate.ts';
import type { Action, Plan } from './plan.ts';
import { type Opening, play } from './play.ts';

/** One thing that is done to a world: a message that is told, a wish, or a fault. */
type Deed = Action & ({ readonly kind: 'fault' | 'ask' } | { readonly messages: readonly [object] });

const deedsOf = ({ actions }: Plan): Deed[] =>
  actions.flatMap((action): Deed[] =>
    action.kind !== 'tell'
      ? [action]
      : action.messages.map((message) => ({ ...action, messages: [message] as const }) as Deed),
  );

/** What happens at one moment is told together again. */
const withDeeds = (plan: Plan, deeds: readonly Deed[]): Plan => {
  const actions: Action[] = [];
  for (const deed of deeds) {
    const last = actions.at(-1);
    if (deed.kind === 'tell' && last?.kind === 'tell' && last.at === deed.at)
      actions[actions.length - 1] = { ...last, messages: [...last.messages, ...deed.messages] };
    else actions.push(deed);
  }
  const told = new Set(
    deeds.flatMap((deed) =>
      deed.kind === 'tell' ? deed.messages.map(({ id }) => id.replace(/ again$/, '')) : [],
    ),
  );
  const inOrder = plan.inOrder?.filter(({ id }) => told.has(id));
  return { ...plan, actions, ...(inOrder && { inOrder }) };
};

/**
 * The same story with as little in it as still breaks what it broke: parts are left out, ever smaller ones, until each that
 * is left is needed (ddmin; A. Zeller and R. Hildebrandt, Simplifying and Isolating Failure-Inducing Input, 2002).
 */
export const shrunk = async (plan: Plan, open: Opening, faults: readonly string[]): Promise<Plan> => {
  const broken = new Set(faults.map(invariantOf));
  const fails = async (candidate: Plan) =>
    (await play(candidate, open)).faults.some((fault) => broken.has(invariantOf(fault)));
  const inPeace: Plan = { ...plan, rates: fair };
  const basis = (await fails(inPeace)) ? inPeace : plan;
  let deeds = deedsOf(basis);
  for (let size = Math.ceil(deeds.length / 2); size >= 1;) {
    const before = deeds.length;
    for (let from = 0; from < deeds.length;) {
      const fewer = deeds.toSpliced(from, size);
      if (await fails(withDeeds(basis, fewer))) deeds = fewer;
      else from += size;
    }
    if (size === 1 && deeds.length === before) break;
    size = Math.max(1, Math.min(size - 1, Math.ceil(size / 2)));
  }
  return withDeeds(basis, deeds);
};

const invariantOf = (fault: string): string => fault.split(':', 1)[0]!;

/** A story for people, a line a deed. */
export const history = ({ actions, rates }: Plan): string[] => [
  ...Object.entries(rates).flatMap(([what, rate]) => (rate > 0 ? [`${what}: ${rate}`] : [])),
  ...actions.flatMap((action) => doneBy(action).map((deed) => `after ${action.at} ms, ${deed}`)),
];

const doneBy = (action: Action): string[] => {
  switch (action.kind) {
    case 'fault':
      return [JSON.stringify(action.fault)];
    case 'ask': {
      const { key, orderId, wish } = action.asked;
      return [`${key} asks of ${orderId} ${JSON.stringify(wish)}`];
    }
    case 'tell':
      return action.messages.map(({ id, type, data }) => `${id} tells ${type} ${JSON.stringify(data)}`);
    default:
      return action satisfies never;
  }
};
