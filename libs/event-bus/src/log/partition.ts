import type { EventLog } from '@tributary/event-store';

/** Where the groups of the embedded bus keep their place. */
export interface CheckpointStore {
  load(consumer: string): number | undefined | Promise<number | undefined>;
  save(consumer: string, position: number): void;
  flush(): Promise<void>;
}

export interface GroupLog {
  readonly log: Pick<EventLog, 'all' | 'forService' | 'spacing'>;
  readonly checkpoints: CheckpointStore;
}

/** A log as a partition of the bus: its positions are the offsets. */
export interface LogPartition extends GroupLog {
  readonly partition: string;
}
