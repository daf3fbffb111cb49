import { registerHooks } from 'node:module';

/** A fault that somebody could make, as a change of a few words in what is built. */
export interface Mutant {
  readonly name: string;
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
    wrong: 'appends whatever others wrote meanwhile',
    file: 'libs/event-store/dist/aggregates.js',
    from: "expectedVersion: version === undefined || unordered ? 'any' : version,",
    to: "expectedVersion: 'any',",
  },
  {
    name: 'release-twice',
    wrong: 'gives back what was given back before',
    file: 'services/inventory/dist/domain/stock/stock.js',
    from: 'quantity: Math.min(quantity, open.quantity), reason',
    to: 'quantity: quantity * 2, reason',
  },
  {
    name: 'sequence-ignored',
    wrong: 'folds what was folded before once more',
    file: 'libs/read-store/dist/projector.js',
    from: 'messages.filter(({ offset }) => offset > from)',
    to: 'messages',
  },
  {
    name: 'local-copy-trusted',
    wrong: 'takes its own decision for the recorded one where another was first',
    file: 'libs/event-store/dist/aggregates.js',
    from: 'return answered(!duplicate);',
    to: 'return answered(true);',
  },
  {
    name: 'acknowledged-first',
    wrong: 'says that a message is done before it is',
    file: 'libs/event-bus/dist/log/message-group.js',
    from: 'this.delivery.deliver(message).then(done)',
    to: '(done(), this.delivery.deliver(message))',
  },
  {
    name: 'projection-unguarded',
    wrong: 'writes read models that another process goes on with',
    file: 'libs/read-store/dist/projector.js',
    from: '{ ...this.checkpoint(through.partition, through.offset), from },',
    to: '{ consumer: this.options.group, partition: through.partition, offset: through.offset },',
  },
  {
    name: 'stale-refusal',
    wrong: 'refuses, or finds nothing to do, by what it remembers',
    file: 'libs/event-store/dist/aggregates.js',
    from: 'const seen = [...held]',
    to: 'if (held) return true;\n        const seen = [...held]',
  },
  {
    name: 'parks-at-once',
    wrong: 'parks messages while the store is away',
    file: 'libs/event-bus/dist/delivery/retrying.js',
    from: 'export const isNobodysFault = (error) => nobodysFault.has(codeOf(error));',
    to: 'export const isNobodysFault = () => false;',
  },
  {
    name: 'gives-back-what-it-takes',
    wrong: 'compensates for an allocation that it takes up',
    file: 'services/order/dist/domain/order/allocation/allocate.js',
    from: 'quantity: line.quantity - keep,',
    to: 'quantity: line.quantity,',
  },
  {
    name: 'count-forgets-movements',
    wrong: 'lets a count of an earlier moment undo what moved since',
    file: 'services/inventory/dist/use-cases/stock-ledgers.js',
    from: 'stock.onHand - later',
    to: 'stock.onHand',
  },
  {
    name: 'capture-counts-twice',
    wrong: 'counts a capture again that is told again under another event id',
    file: 'services/order/dist/domain/order/payment/payments.js',
    from: 'export const isRepeat = (told, { captures }) =>',
    to: 'export const isRepeat = () => false;\nexport const wasRepeat = (told, { captures }) =>',
  },
  {
    name: 'checkpoint-ahead',
    wrong: 'keeps a place beyond what is done',
    file: 'libs/event-bus/dist/delivery/window.js',
    from: 'while (this.slots[this.first]?.done)',
    to: 'while (this.slots[this.first])',
  },
  {
    name: 'oversells',
    wrong: 'reserves what is reserved already',
    file: 'services/inventory/dist/domain/stock/stock.js',
    from: 'Math.max(0, stock.onHand - stock.reserved)',
    to: 'Math.max(0, stock.onHand)',
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
