import { type Outcome, shown } from './answer.ts';
import type { Attempt, Kind } from './kind.ts';
import type { OwnPlatform, Target } from './target.ts';

export interface Failure {
  readonly kind: string;
  readonly request: string;
  readonly must: string;
  readonly answer: string;
}

export interface Result {
  readonly kind: string;
  readonly tried: number;
  readonly held: number;
  readonly failures: readonly Failure[];
}

/** What a platform of one process may take at rest after a kind, in bytes. */
const mostMemory = 1024 * 1024 * 1024;

const memoryOf = async ({ ask }: Target): Promise<number> => {
  const { text } = await ask('/metrics');
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
};

const ready = ({ ask }: Target): Attempt => ({
  request: 'GET /readyz afterwards',
  must: '200',
  play: async () => {
    const answer = await ask('/readyz', { key: null });
    return { held: answer.status === 200, answer: shown(answer) };
  },
});

const alive = ({ lives }: OwnPlatform): Attempt => ({
  request: 'the process afterwards',
  must: 'lives',
  play: () => Promise.resolve({ held: lives(), answer: lives() ? 'lives' : 'has ended' }),
});

const small = (target: Target): Attempt => ({
  request: 'memory afterwards',
  must: `at most ${mostMemory / 1024 / 1024} MB`,
  play: async () => {
    const bytes = await memoryOf(target);
    return { held: bytes <= mostMemory, answer: `${Math.round(bytes / 1024 / 1024)} MB` };
  },
});

/** What must be so after each kind, whatever it did; what others had a platform do is not asked. */
const aftermath = (target: Target): readonly Attempt[] =>
  target.own ? [alive(target.own), ready(target), small(target)] : [ready(target)];

const played = ({ play }: Attempt): Promise<Outcome> =>
  play().catch((error: unknown) => ({ held: false, answer: reasonOf(error) }));

/** `fetch failed` alone says nothing: why is in its cause. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
};

/** One that could not even be prepared is a kind of which one attempt did not hold. */
const unprepared = (error: unknown): readonly Attempt[] => [
  {
    request: 'what it needs beforehand',
    must: 'is answered',
    play: () => Promise.resolve({ held: false, answer: reasonOf(error) }),
  },
];

/** Enough to see what is wrong: each may wait long for an answer that does not come. */
const mostFailures = 10;

/** Plays one kind, one attempt after the other, and looks at what it left of the platform; gives a kind up after ten that did not hold. */
export const playKind = async ({ name, attempts }: Kind, target: Target): Promise<Result> => {
  const prepared = await attempts(target).catch(unprepared);
  const all = [...prepared, ...aftermath(target)];
  const failures: Failure[] = [];
  let tried = 0;
  for (const attempt of all) {
    if (failures.length === mostFailures) break;
    tried += 1;
    const { held, answer } = await played(attempt);
    if (!held) failures.push({ kind: name, request: attempt.request, must: attempt.must, answer });
  }
  return { kind: name, tried, held: tried - failures.length, failures };
};

/**
 * Plays kinds one after the other; of those that could harm somebody none, where the platform ran already.
 * @param onResult is told of each that is over
 */
export const playAll = async (
  kinds: readonly Kind[],
  target: Target,
  onResult: (result: Result) => void = () => {},
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  try {
    for (const kind of kinds.filter(({ harmless }) => harmless || target.own !== undefined)) {
      const result = await playKind(kind, target);
      results.push(result);
      onResult(result);
    }
  } finally {
    await target.takeKeysBack().catch(() => {});
  }
  return results;
};
