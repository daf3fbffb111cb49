import { reachOver } from './reach.ts';

/** How long an answer is waited for, in milliseconds. */
const patience = 5_000;

const probe = async (): Promise<boolean> => {
  try {
    const { ok } = await fetch('/livez', { cache: 'no-store', signal: AbortSignal.timeout(patience) });
    return ok;
  } catch {
    return false;
  }
};

const shown = (): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    look();
  });

const wait = async (milliseconds: number): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await shown();
};

/** Whether the platform of this page answers. */
export const platform = reachOver({ probe, wait, now: Date.now });
