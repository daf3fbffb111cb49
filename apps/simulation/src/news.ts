import type { SimulatedServerOptions } from '@tributary/event-store/simulated';
import type { Kernel } from '@tributary/simulation';

/** Has what is recorded be part of the story, and leases lapse by the time there is. */
export const told = (kernel: Kernel): SimulatedServerOptions => ({
  now: () => kernel.now,
  onRecorded: (rows) => {
    for (const [, stream, version, , type] of rows) kernel.note(`${stream} ${version} ${type}`);
  },
});
