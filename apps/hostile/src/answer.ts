/** What came of an attempt. */
export interface Outcome {
  readonly held: boolean;
  /** What was answered, in one line. */
  readonly answer: string;
}

/** JSON as it came: an attempt says what it expects of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where the answer is no JSON. */
  readonly body: Json;
  /** From the request to the end of the answer, in milliseconds. */
  readonly took: number;
}

const longestLine = 200;

/** What fits on a line of a terminal, without what would move its cursor. */
export const oneLine = (text: string): string => {
  // eslint-disable-next-line no-control-regex
  const plain = text.replaceAll(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  return plain.length > longestLine ? `${plain.slice(0, longestLine)}…` : plain;
};

export const shown = ({ status, text }: Pick<Answer, 'status' | 'text'>): string =>
  oneLine(`${status} ${text}`);

/** Held where the answer has one of these statuses, and the code, if one is named. */
export const mustBe = (answer: Answer, statuses: readonly number[], code?: string): Outcome => ({
  held: statuses.includes(answer.status) && (code === undefined || answer.body?.code === code),
  answer: shown(answer),
});

/** How many answers there were of each status, as `3 × 202, 1 × 429`. */
export const tally = (answers: readonly Pick<Answer, 'status'>[]): string =>
  [...Map.groupBy(answers, ({ status }) => status)]
    .toSorted(([one], [other]) => one - other)
    .map(([status, same]) => `${same.length} × ${status}`)
    .join(', ');
