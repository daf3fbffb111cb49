import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';

/** A commit that came meanwhile leaves a rest; the log begins anew only where there is none. */
const mostRounds = 50;

/** A thread's whole work: copies what the write-ahead log of a file holds into the file, until nothing is left. */
const db = new DatabaseSync(workerData as string);
try {
  for (let round = 0; round < mostRounds; round += 1) {
    const { log, checkpointed } = db.prepare('PRAGMA wal_checkpoint(PASSIVE)').get() as Record<
      string,
      number
    >;
    if (log === checkpointed) break;
  }
} finally {
  db.close();
}
