/** One side of a comparison: does a round of work, and says how many units it did. */
export interface Contender {
  readonly name: string;
  run(): Promise<number>;
  /** CPU microseconds used so far by the process that does the work, where that is not this one. */
  cpu?(): number;
  close?(): Promise<void>;
}

/** A line of the table of figures. */
export interface Row {
  readonly name: string;
  readonly ours: string;
  /** What it is measured against, in the same run. */
  readonly limit: string;
  readonly ratio: string;
  /** CPU for each unit of work. */
  readonly cpu: string;
  readonly goal: string;
  readonly met: boolean;
}

interface Round {
  /** Units a second. */
  readonly rate: number;
  /** CPU microseconds a unit, user and system, of this process. */
  readonly cpu: number;
}

export interface Comparison {
  readonly title: string;
  readonly ours: Contender;
  /** What it is measured against. */
  readonly theirs: Contender;
  /** What a unit is, for the report. */
  readonly unit: string;
  /** Least ratio of our rate to theirs, or of their CPU to ours; 0 for none. */
  readonly goal: number;
  /** Which of the two the goal is about; the rate unless told. */
  readonly by?: 'rate' | 'cpu';
  /** Pairs that count; many short ones see through a disk whose speed comes and goes. */
  readonly rounds: number;
}

export type Report = { readonly title: string } & (
  | { readonly skipped: string }
  | { readonly text: string; readonly row: Row; readonly met: boolean; readonly ratio?: number }
);

export const reportOf = (row: Row): Report => ({
  title: row.name,
  text: `${row.name}: ${row.ours} (goal ${row.goal}) ${row.met ? 'met' : 'MISSED'}; limit ${row.limit}, ratio ${row.ratio}; CPU ${row.cpu}`,
  row,
  met: row.met,
});

/** @param milliseconds shown in the unit that reads best */
export const seconds = (milliseconds: number): string =>
  milliseconds >= 1_000 ? `${(milliseconds / 1_000).toFixed(2)} s` : `${milliseconds.toPrecision(3)} ms`;

/** @param rank 0–100 */
export const percentile = (numbers: readonly number[], rank: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((rank / 100) * sorted.length) - 1)]!;
};

/** Parts of a paced run whose tails are taken apart. */
const stretches = 5;

/**
 * The tail of each of several stretches: one stall of the machine spoils one of them, not the figure.
 * @param waits in the order of their beginnings
 * @returns the median of the stretches' 99th percentiles, and the highest
 */
export const tailOf = (waits: readonly number[]): { readonly p99: number; readonly worst: number } => {
  const length = waits.length / stretches;
  const tails = Array.from({ length: stretches }, (_, index) =>
    percentile(waits.slice(index * length, (index + 1) * length), 99),
  );
  return { p99: median(tails), worst: Math.max(...tails) };
};

export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const round = async (contender: Contender): Promise<Round> => {
  globalThis.gc?.();
  const cpu = cpuOf(contender);
  const start = performance.now();
  const units = await contender.run();
  const took = (performance.now() - start) / 1_000;
  return { rate: units / took, cpu: (cpuOf(contender) - cpu) / units };
};

const cpuOf = (contender: Contender): number => {
  const { user, system } = process.cpuUsage();
  return contender.cpu?.() ?? user + system;
};

const describe = (name: string, rounds: readonly Round[], unit: string): string => {
  const rate = Math.round(median(rounds.map((each) => each.rate))).toLocaleString('en');
  const cpu = median(rounds.map((each) => each.cpu)).toFixed(1);
  return `${name}: ${rate} ${unit}/s, ${cpu} µs CPU/${unit}`;
};

interface Pair {
  readonly ours: Round;
  readonly theirs: Round;
}

/** The first pair warms up and does not count. */
const takePairs = async ({ ours, theirs, rounds }: Comparison): Promise<Pair[]> => {
  const pairs: Pair[] = [];
  try {
    for (let index = 0; index <= rounds; index += 1) {
      const first = await round(index % 2 === 0 ? ours : theirs);
      const second = await round(index % 2 === 0 ? theirs : ours);
      pairs.push(index % 2 === 0 ? { ours: first, theirs: second } : { ours: second, theirs: first });
    }
  } finally {
    await ours.close?.();
    await theirs.close?.();
  }
  return pairs.slice(1);
};

/**
 * Takes the contenders in turn, so that a busy neighbour slows both, and swaps who goes first. The
 * ratio is the median of the pairs' ratios.
 */
export const compare = async (comparison: Comparison): Promise<Report> => {
  const { title, ours, theirs, unit, goal, by = 'rate' } = comparison;
  const pairs = await takePairs(comparison);
  const rates = median(pairs.map((pair) => pair.ours.rate / pair.theirs.rate));
  const cpus = median(pairs.map((pair) => pair.theirs.cpu / pair.ours.cpu));
  const ratio = by === 'rate' ? rates : cpus;
  const met = ratio >= goal;
  const each = pairs.map(({ ours: our, theirs: their }) =>
    by === 'rate' ? our.rate / their.rate : their.cpu / our.cpu,
  );
  const spread = `${percentile(each, 25).toFixed(2)}–${percentile(each, 75).toFixed(2)} in the middle half of pairs`;
  const both = by === 'rate' ? `by CPU ${cpus.toFixed(2)} ×` : `by rate ${rates.toFixed(2)} ×`;
  const ourRounds = pairs.map((pair) => pair.ours);
  const theirRounds = pairs.map((pair) => pair.theirs);
  const lines = [
    `${title}: ${ratio.toFixed(2)} × (goal ${goal}) ${met ? 'met' : 'MISSED'}, ${spread}; ${both}`,
    describe(ours.name, ourRounds, unit),
    describe(theirs.name, theirRounds, unit),
  ];
  const row = {
    name: title,
    ours: rateOf(ourRounds, unit),
    limit: rateOf(theirRounds, unit),
    ratio: `${ratio.toFixed(2)}${by === 'cpu' ? ' by CPU' : ''}`,
    cpu: `${cpuText(ourRounds)} / ${cpuText(theirRounds)} µs/${unit}`,
    goal: goal === 0 ? 'none' : `≥ ${goal}`,
    met,
  };
  return { title, text: lines.join('\n  '), row, ratio, met };
};

const rateOf = (rounds: readonly Round[], unit: string): string =>
  `${Math.round(median(rounds.map(({ rate }) => rate))).toLocaleString('en')} ${unit}/s`;

const cpuText = (rounds: readonly Round[]): string => median(rounds.map(({ cpu }) => cpu)).toFixed(1);
