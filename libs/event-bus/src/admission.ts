import { setTimeout as delay } from 'node:timers/promises';

/** So much was let in that it is not done yet: the same may come again a little later, and nothing of it was recorded. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
  readonly code = 'overloaded';
  constructor() {
    super('More came in than is done yet; nothing was recorded of this. Send it again a little later.');
  }
}

/** Lets new work in only as far as what was let in before is being done. */
export interface Admission {
  /**
   * For work that can wait, such as a batch: resolves when there is room, for who came first first.
   * @param messages that it consists of
   * @param patience longest wait in milliseconds
   * @throws Overloaded there was no room in that time
   */
  whenRoom(messages: number, patience: number): Promise<void>;
  /**
   * For a single piece of work that somebody waits for: it goes past what waits for room.
   * @throws Overloaded there is twice as much in work as what can wait is let in to
   */
  now(): void;
}

/** Lets everything in. */
export const unbounded: Admission = { whenRoom: () => Promise.resolve(), now: () => {} };

/** Between two looks at whether there is room, in milliseconds. */
const interval = 5;
/** After which what was let in is counted by those who have to handle it, in milliseconds. */
const untilCounted = 25;

interface Waiting {
  readonly messages: number;
  readonly deadline: number;
  readonly admitted: PromiseWithResolvers<void>;
}

/**
 * Admission by how far consumer groups are behind: with less in work at once, what is decided on is still at
 * hand for those who come next, and an order costs under a flood what it costs at leisure.
 * @param behind messages that the farthest group has still to handle
 * @param most of them, up to which what can wait is let in
 */
export const admissionBy = (behind: () => number, most: number): Admission => {
  let line: Waiting[] = [];
  let letIn = { messages: 0, since: 0 };
  const inWork = (): number => {
    const now = performance.now();
    if (now - letIn.since >= untilCounted) letIn = { messages: 0, since: now };
    return behind() + letIn.messages;
  };
  const serve = (): void => {
    while (line.length > 0 && inWork() <= most) {
      const { messages, admitted } = line.shift()!;
      letIn.messages += messages;
      admitted.resolve();
    }
    const now = performance.now();
    for (const { deadline, admitted } of line) if (deadline <= now) admitted.reject(new Overloaded());
    line = line.filter(({ deadline }) => deadline > now);
  };
  const serveAll = async (): Promise<void> => {
    for (serve(); line.length > 0; serve()) await delay(interval);
  };
  return {
    whenRoom: (messages, patience) => {
      const admitted = Promise.withResolvers<void>();
      const isServed = line.length > 0;
      line.push({ messages, deadline: performance.now() + patience, admitted });
      if (!isServed) void serveAll();
      return admitted.promise;
    },
    now: () => {
      if (inWork() > 2 * most) throw new Overloaded();
      letIn.messages += 1;
    },
  };
};
