import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { openKafka, openKafkaBus, openProducer } from '../kafka/index.ts';
import type { BusMessage, Checkpoints, Place } from '../port.ts';

/** How it is started, as JSON: what stands in other files here needs a test runner. */
export interface MemberSettings {
  readonly brokers: string;
  readonly namespace: string;
  readonly partitions: number;
  readonly sessionTimeout: number;
  readonly topics: readonly string[];
}

/** What a member in a process of its own asks of the process that started it, which holds what is stored. */
export type Question =
  | { readonly kind: 'joined' }
  | { readonly kind: 'handle'; readonly message: BusMessage }
  | { readonly kind: 'checkpoints' }
  | { readonly kind: 'batch'; readonly messages: readonly BusMessage[]; readonly through: Place };

export interface Asked {
  readonly id: number;
  readonly question: Question;
}

export interface Answer {
  readonly id: number;
  readonly answer?: unknown;
  /** Of an error. */
  readonly code?: string;
}

/** One process with both kinds of group, for tests that stop and kill processes. */
const work = async ({ brokers, topics, ...settings }: MemberSettings): Promise<void> => {
  const { namespace } = settings;
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;
  const ask = (question: Question): Promise<unknown> => {
    const answered = Promise.withResolvers<unknown>();
    waiting.set((asked += 1), answered);
    process.send!({ id: asked, question } satisfies Asked);
    return answered.promise;
  };
  process.on('message', ({ id, answer, code }: Answer) => {
    const { resolve, reject } = waiting.get(id)!;
    waiting.delete(id);
    if (code === undefined) resolve(answer);
    else reject(Object.assign(new Error(code), { code }));
  });
  const kafka = openKafka({ brokers: brokers.split(','), clientId: namespace });
  const producer = openProducer({ kafka });
  const log = openSqliteEventLog(':memory:');
  const bus = openKafkaBus({ ...settings, kafka, producer, log, replication: 1, clientId: namespace });
  process.on('disconnect', () => {
    void bus.close().then(() => producer.close());
  });
  await bus.subscribe({
    kind: 'message',
    group: 'readers',
    topics,
    handle: async (message) => void (await ask({ kind: 'handle', message })),
  });
  await bus.subscribe({
    kind: 'batch',
    group: 'ledger',
    topics,
    checkpoints: async () => (await ask({ kind: 'checkpoints' })) as Checkpoints,
    handle: async (messages, through) => void (await ask({ kind: 'batch', messages, through })),
  });
  await ask({ kind: 'joined' });
};

await work(JSON.parse(process.argv[2]!) as MemberSettings);
