import type { LoggerService } from '@nestjs/common';
import type { Violation } from '@tributary/event-store';
import type { Logs } from './logs.ts';

interface Files {
  readonly eventLog: string;
  readonly headMark: string;
}

/**
 * Holds a log against its head mark.
 * @returns what is wrong with the mark's file, which says nothing of the log
 * @throws Error the log lost events that were recorded
 */
export const mustReachHeadMark = (
  { headMark }: Logs,
  { eventLog, headMark: file }: Files,
): string | undefined => {
  const found = headMark?.check();
  if (found?.kind === 'lost')
    throw new Error(
      `The event log ${eventLog} is not what was recorded: ${found.problem}. An older copy was put back, or the disk lost its last writes. ` +
        'What is missing was acknowledged to those who sent it. Put back the newer file, or a backup that reaches as far, by `tributary restore`. ' +
        `To go on without what is missing, delete ${file}, run \`tributary rebuild\`, start, and have what was sent since sent again.`,
    );
  return found?.kind === 'unreadable' ? found.problem : undefined;
};

/**
 * Takes a log only as far as it was recorded, and has its mark follow it from then on.
 * @throws Error the log lost events that were recorded; the logs are closed
 */
export const followHeadMark = async (logs: Logs, files: Files, logger: LoggerService): Promise<void> => {
  try {
    const problem = mustReachHeadMark(logs, files);
    if (problem !== undefined)
      logger.warn(
        `${files.headMark} cannot be read: ${problem}. It is written anew; whether the event log lost its end cannot be told at this start.`,
        'platform',
      );
  } catch (error) {
    await logs.close();
    throw error;
  }
  logs.headMark?.keep((error) =>
    logger.warn(
      `${files.headMark} cannot be written: ${String(error)}. Recording goes on; should the event log lose its end, it may go unnoticed.`,
      'platform',
    ),
  );
};

export const headMarkWithinLog = 'head-mark-within-log';

/** What `verify` says of the mark: undefined where there is none to check. */
export const headMarkViolations = ({ headMark }: Logs): Violation[] | undefined => {
  const found = headMark?.check() ?? { kind: 'absent' };
  if (found.kind === 'absent') return undefined;
  if (found.kind === 'fits') return [];
  return [
    {
      invariant: headMarkWithinLog,
      position: found.kind === 'lost' ? found.position : 0,
      where: 'head.json',
      problem: found.kind === 'lost' ? found.problem : `cannot be read: ${found.problem}`,
    },
  ];
};
