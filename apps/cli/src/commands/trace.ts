import { told } from '@tributary/client';
import type { Command } from 'commander';
import { ownClient } from '../api/client.ts';
import { namesOfThose } from '../api/people.ts';
import { tracedLines } from './traced-lines.ts';

interface TraceOptions {
  readonly source?: string;
  readonly ids?: true;
}

const examples = `
What led to something stands above it. Ids of events are in timelines and ledgers, and answer what is sent:

  tributary trace web.100045
  tributary trace 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
  tributary trace msg-4711 --source urn:shop`;

const eventIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const addTrace = (program: Command): void => {
  program
    .command('trace')
    .description('why: what led to an event or an order, and all that followed, over all systems')
    .argument('<event-or-order>', 'id of an event or of an order')
    .option('--source <source>', 'the system that sent the event, where the id is the one that it gave it')
    .option('--ids', 'with the id of each')
    .addHelpText('after', examples)
    .action(runTrace);
};

const runTrace = async (id: string, { source, ids }: TraceOptions): Promise<void> => {
  const client = ownClient();
  const isEvent = source !== undefined || eventIdPattern.test(id);
  const trace = isEvent
    ? await told(
        client.GET('/v1/events/{eventId}/trace', {
          params: { path: { eventId: id }, query: source === undefined ? {} : { source } },
        }),
      )
    : await told(client.GET('/v1/orders/{orderId}/trace', { params: { path: { orderId: id } } }));
  const name = await namesOfThose(client, trace.nodes);
  process.stdout.write(tracedLines(trace, name, ids === true));
};
