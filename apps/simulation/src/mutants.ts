import { registerHooks } from 'node:module';
import type { WorldName } from './world-names.ts';

/** A fault that somebody could make, as a change of a few words in what is built. */
export interface Mutant {
  readonly name: string;
  /** The world and the first seed that find it. */
  readonly world: WorldName;
  readonly seed: number;
  /** What it does wrong. */
  readonly wrong: string;
  /** The end of the name of the file it is in. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly from: string;
  readonly to: string;
}

export const mutants: readonly Mutant[] = [
  {
    name: 'no-expected-version',
    world: 'distributed',
    seed: 5,
    wrong: 'appends whatever others wrote meanwhile',
    file: 'libs/event-store/dist/aggregates.js',
    from: "expectedVersion: version === undefined || unordered ? 'any' : version,",
    to: "expectedVersion: 'any',",
  },
  {
    name: 'release-twice',
    world: 'embedded',
    seed: 5,
    wrong: 'gives back what was given back before',
    file: 'services/inventory/dist/domain/stock/stock.js',
    from: 'quantity: Math.min(quantity, open.quantity), reason',
    to: 'quantity: quantity * 2, reason',
  },
  {
    name: 'local-copy-trusted',
    world: 'embedded',
    seed: 1,
    wrong: 'takes its own decision for the recorded one where another was first',
    file: 'libs/event-store/dist/aggregates.js',
    from: 'return answered(!duplicate);',
    to: 'return answered(true);',
  },
  {
    name: 'acknowledged-first',
    world: 'embedded',
    seed: 13,
    wrong: 'says that a message is done before it is',
    file: 'libs/event-bus/dist/log/message-group.js',
    from: 'this.delivery.deliver(message).then(done)',
    to: '(done(), this.delivery.deliver(message))',
  },
  {
    name: 'projection-unguarded',
    world: 'embedded',
    seed: 11,
    wrong: 'writes read models that another process goes on with',
    file: 'libs/read-store/dist/projector.js',
    from: '{ ...this.checkpoint(partition, to), from },',
    to: '{ consumer: this.options.group, partition, offset: to },',
  },
  {
    name: 'stale-refusal',
    world: 'embedded',
    seed: 156,
    wrong: 'refuses, or finds nothing to do, by what it remembers',
    file: 'libs/event-store/dist/aggregates.js',
    from: 'const seen = [...held]',
    to: 'if (held) return true;\n        const seen = [...held]',
  },
  {
    name: 'parks-at-once',
    world: 'embedded',
    seed: 3,
    wrong: 'parks messages while the store is away',
    file: 'libs/event-bus/dist/delivery/retrying.js',
    from: 'export const isNobodysFault = (error) => nobodysFault.has(codeOf(error));',
    to: 'export const isNobodysFault = () => false;',
  },
  {
    name: 'gives-back-what-it-takes',
    world: 'embedded',
    seed: 10,
    wrong: 'compensates for an allocation that it takes up',
    file: 'services/order/dist/domain/order/allocation/allocate.js',
    from: 'quantity: line.quantity - keep,',
    to: 'quantity: line.quantity,',
  },
  {
    name: 'count-forgets-movements',
    world: 'embedded',
    seed: 8,
    wrong: 'lets a count of an earlier moment undo what moved since',
    file: 'services/inventory/dist/use-cases/stock-ledgers.js',
    from: 'stock.onHand - later',
    to: 'stock.onHand',
  },
  {
    name: 'capture-counts-twice',
    world: 'embedded',
    seed: 79,
    wrong: 'counts a capture again that is told again under another event id',
    file: 'services/order/dist/domain/order/payment/payments.js',
    from: 'export const isRepeat = (told, { captures }) =>',
    to: 'export const isRepeat = () => false;\nexport const wasRepeat = (told, { captures }) =>',
  },
  {
    name: 'checkpoint-ahead',
    world: 'embedded',
    seed: 13,
    wrong: 'keeps a place beyond what is done',
    file: 'libs/event-bus/dist/delivery/window.js',
    from: 'while (this.slots[this.first]?.done)',
    to: 'while (this.slots[this.first])',
  },
  {
    name: 'sequence-ignored',
    world: 'distributed',
    seed: 3,
    wrong: 'hands out again what a relay sent twice',
    file: 'libs/event-bus/dist/kafka/arrival.js',
    from: 'if (place.offset <= (seen.get(place.partition) ?? -1))',
    to: 'if (place.offset < 0)',
  },
  {
    name: 'relay-begins-at-the-end',
    world: 'distributed',
    seed: 1,
    wrong: 'publishes what is recorded from now on, not what its predecessor left',
    file: 'libs/event-bus/dist/kafka/relay.js',
    from: 'this.position = (await coordination.position(name)) ?? 0;',
    to: 'this.position = await log.all.head();',
  },
  {
    name: 'kafka-acknowledged-first',
    world: 'distributed',
    seed: 5,
    wrong: 'commits the place of a message before it is handled',
    file: 'libs/event-bus/dist/kafka/message-group.js',
    from: 'await this.handle(run, arrival);',
    to: 'done();\n            await this.handle(run, arrival);',
  },
  {
    name: 'oversells',
    world: 'embedded',
    seed: 5,
    wrong: 'reserves what is reserved already',
    file: 'services/inventory/dist/domain/stock/stock.js',
    from: 'Math.max(0, stock.onHand - stock.reserved)',
    to: 'Math.max(0, stock.onHand)',
  },
  {
    name: 'lease-never-given-up',
    world: 'embedded',
    seed: 1051,
    wrong: 'holds a lease for ever that comes when it has given up',
    file: 'apps/platform/dist/logs.js',
    from: 'if (signal.aborted)',
    to: 'if (signal === undefined)',
  },
  {
    name: 'asks-once',
    world: 'embedded',
    seed: 619,
    wrong: 'ends where it cannot say at once how far it is',
    file: 'libs/event-bus/dist/log/batch-group.js',
    from: 'await withRetries(() => this.askWhereItIs(), untilItWorks, this.stopping.signal);',
    to: 'await this.askWhereItIs();',
  },
  {
    name: 'change-keeps-held',
    world: 'embedded',
    seed: 22,
    wrong: 'changes an order and does not give up what it holds no longer',
    file: 'services/order/dist/domain/order/change/change.js',
    from: 'release: lines.flatMap((line) => releasedOf(line, order)),',
    to: 'release: [],',
  },
  {
    name: 'change-not-sourced',
    world: 'distributed',
    seed: 14,
    wrong: 'changes an order and has nothing sourced of what is more',
    file: 'services/order/dist/domain/order/change/change.js',
    from: 'order.sourcedElsewhere ? [] : unitsOf(lines, unsourcedOf)',
    to: '[]',
  },
];

/**
 * Has code that is loaded from now on be as the mutant has it.
 * @returns whether the file was loaded since
 * @throws Error what it changes does not stand there once: it is about code that is no more
 */
export const mutate = ({ name, file, from, to }: Mutant): (() => boolean) => {
  let isLoaded = false;
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      if (!url.endsWith(file)) return loaded;
      const source = String(loaded.source);
      if (source.split(from).length !== 2)
        throw new Error(`The mutant ${name} does not fit ${file} any more.`);
      isLoaded = true;
      return { ...loaded, source: source.replace(from, () => to) };
    },
  });
  return () => isLoaded;
};

/** @throws RangeError there is no such mutant */
export const mutantNamed = (name: string): Mutant => {
  const found = mutants.find((mutant) => mutant.name === name);
  if (!found)
    throw new RangeError(
      `There is no mutant ${name}; there are ${mutants.map((one) => one.name).join(', ')}.`,
    );
  return found;
};
