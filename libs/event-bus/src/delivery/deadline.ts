export interface Deadline {
  readonly reached: Promise<void>;
  readonly passed: boolean;
  cancel(): void;
}

/** @param milliseconds 0 for one that has passed already */
export const deadlineAfter = (milliseconds: number): Deadline => {
  const { promise: reached, resolve } = Promise.withResolvers<void>();
  const timer = milliseconds > 0 ? setTimeout(() => pass(), milliseconds) : undefined;
  const deadline = { reached, passed: timer === undefined, cancel: () => clearTimeout(timer) };
  const pass = () => {
    deadline.passed = true;
    resolve();
  };
  return deadline;
};

/**
 * Waits for work, and no longer than so many milliseconds.
 * @throws what the work throws meanwhile
 */
export const patientlyFor = async (work: Promise<unknown>, milliseconds: number): Promise<void> => {
  const deadline = deadlineAfter(milliseconds);
  try {
    await Promise.race([work, deadline.reached]);
  } finally {
    deadline.cancel();
  }
};
