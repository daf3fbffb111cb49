import { randomUUID } from 'node:crypto';
import { jsonEvent } from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Names } from './names.ts';

/** What is stored about a log: `format` is raised when a build stores it so that those before cannot read it. */
interface About {
  readonly format: number;
  readonly epoch: string;
}
const format = 1;

/**
 * What a log is; made where there is none.
 * @throws StoreUnavailable a newer version of Tributary has changed it
 */
export const aboutOf = async (connection: Connection, names: Names): Promise<About> => {
  const stored = async () => (await connection.last(names.about))?.data as About | undefined;
  const mine: About = { format, epoch: randomUUID() };
  let about = await stored();
  for (let attempt = 0; !about && attempt < 10; attempt += 1) {
    await connection.writeOne(names.about, -1, jsonEvent({ type: 'log-made', data: { ...mine } }));
    // Another process may have made it at the same moment.
    about = await stored();
  }
  if (!about) throw new StoreUnavailable('KurrentDB did not take the beginning of the event log.');
  if (about.format > format)
    throw new StoreUnavailable(
      'A newer version of Tributary has changed this event log: it cannot be read here.',
    );
  return about;
};
