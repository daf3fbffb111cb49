import { join } from 'node:path';
import type { Cluster } from '@tributary/testing/cluster';
import type { Engines } from './engines.ts';
import { type Settings, namespaceOf } from './settings.ts';

/** Where the doors are, and what a newcomer can do next. */
export const invitation = (
  cluster: Cluster,
  settings: Settings,
  engines: Engines,
  adminKey: string,
): string => {
  const [first, ...others] = cluster.gateways.map(({ url }) => url);
  const topic = [namespaceOf(settings), 'tributary.inbound.orders'].filter(Boolean).join('.');
  return [
    '',
    'Tributary is up, its five services apart.',
    '',
    `  Door       ${first}  (and ${others.join(', ')}: another gateway)`,
    `  Console    ${first}/#key=${adminKey}`,
    `  Admin key  ${adminKey}`,
    `  Kafka      ${engines.kafka}, topic ${topic} and the others of ${first}/asyncapi.json`,
    `  Programs   TRIBUTARY_DATA=${join(settings.data, 'gateway-1')} npx tributary status`,
    `  Logs       ${logsIn(settings)}`,
    '',
    `Ctrl-C stops it; ${engines.areNew ? 'what lies in containers goes with them' : 'the data stays'}.`,
    '',
  ].join('\n');
};

export const logsIn = ({ data }: Settings): string => join(data, 'logs');
