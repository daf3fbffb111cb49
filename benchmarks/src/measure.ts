/** One side of a comparison: does a round of work, and says how many units it did. */
export interface Contender {
  readonly name: string;
  run(): Promise<number>;
  close?(): Promise<void>;
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
  /** Least ratio of our rate to theirs. */
  readonly goal: number;
  /** Pairs that count; many short ones see through a disk whose speed comes and goes. */
  readonly rounds: number;
}

export type Report = { readonly title: string } & (
  { readonly skipped: string } | { readonly text: string; readonly ratio: number; readonly met: boolean }
);

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const round = async (contender: Contender): Promise<Round> => {
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const units = await contender.run();
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return { rate: units / seconds, cpu: (user + system) / units };
};

const describe = (name: string, rounds: readonly Round[], unit: string): string => {
  const rate = Math.round(median(rounds.map((each) => each.rate))).toLocaleString('en');
  const cpu = median(rounds.map((each) => each.cpu)).toFixed(1);
  return `${name}: ${rate} ${unit}/s, ${cpu} µs CPU/${unit}`;
};

/**
 * Takes the contenders in turn, so that a busy neighbour slows both, and swaps who goes first. The
 * first pair warms up and does not count. The ratio is the median of the pairs' ratios.
 */
export const compare = async (comparison: Comparison): Promise<Report> => {
  const { title, ours, theirs, unit, goal, rounds } = comparison;
  const pairs: { ours: Round; theirs: Round }[] = [];
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
  const counted = pairs.slice(1);
  const ratio = median(counted.map((pair) => pair.ours.rate / pair.theirs.rate));
  const met = ratio >= goal;
  const cpuRatio = median(counted.map((pair) => pair.theirs.cpu / pair.ours.cpu));
  const lines = [
    `${title}: ${ratio.toFixed(2)} × (goal ${goal}) ${met ? 'met' : 'MISSED'}; by CPU ${cpuRatio.toFixed(2)} ×`,
    describe(
      ours.name,
      counted.map((pair) => pair.ours),
      unit,
    ),
    describe(
      theirs.name,
      counted.map((pair) => pair.theirs),
      unit,
    ),
  ];
  return { title, text: lines.join('\n  '), ratio, met };
};
