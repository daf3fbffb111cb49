import { createReadStream, rmSync, statSync } from 'node:fs';
import { Controller, Get, Inject, Res, StreamableFile } from '@nestjs/common';
import type { HeadMark } from '@tributary/event-store/sqlite';
import { Endpoint, Problem } from '@tributary/http';
import type { FastifyReply } from 'fastify';

export interface Snapshots {
  /** Copies the log to a file and answers with its head mark; left out where the log is no file of ours. */
  readonly take?: (file: string) => Promise<HeadMark>;
  /** Where the copy lies while it is sent. */
  readonly file: string;
}

export const snapshotsToken = Symbol('Snapshots');

@Controller('v1')
export class BackupController {
  private underWay = false;

  constructor(@Inject(snapshotsToken) private readonly snapshots: Snapshots) {}

  @Get('backup')
  @Endpoint({
    tag: 'running',
    operation: 'getBackup',
    summary:
      'The event log as it is now, while the platform goes on: an SQLite file that holds everything acknowledged before the request. `x-tributary-head` is its last position, `x-tributary-head-mark` what `head.json` beside it is to hold. `tributary backup` uses this',
    allow: ['admin'],
    answer: { type: 'application/vnd.sqlite3', schema: 'bytes' },
    problems: {
      409: '`backup-under-way`: one at a time; `backed-up-elsewhere`: the log is in a database server',
    },
  })
  async backup(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { take, file } = this.snapshots;
    if (!take)
      throw new Problem(
        409,
        'backed-up-elsewhere',
        'The event log is in a database server: back it up there, as its makers say.',
      );
    if (this.underWay)
      throw new Problem(409, 'backup-under-way', 'Another backup is under way: wait until it is done.', {
        retryable: true,
      });
    this.underWay = true;
    const done = () => {
      rmSync(file, { force: true });
      this.underWay = false;
    };
    try {
      const mark = await take(file);
      void reply
        .header('x-tributary-head', String(mark.position))
        .header('x-tributary-head-mark', JSON.stringify(mark))
        .header('cache-control', 'no-store');
      const stream = createReadStream(file).once('close', done);
      return new StreamableFile(stream, {
        type: 'application/vnd.sqlite3',
        disposition: 'attachment; filename="events.db"',
        length: statSync(file).size,
      });
    } catch (error) {
      done();
      throw error;
    }
  }
}
