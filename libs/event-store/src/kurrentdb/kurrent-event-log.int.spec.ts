import { randomBytes } from 'node:crypto';
import { describeOnEngine } from '@tributary/testing/engines';
import { describeCoordination, describeEventStore } from '../contract/index.ts';
import { type KurrentDouble, startKurrentDouble } from './double/index.ts';
import { type KurrentEventLog, openKurrentEventLog } from './index.ts';

const missing = { densePositions: 'positions are offsets in the log of the server' };

/** The port's whole meaning on a server, each test in a log of its own. */
const describeOn = (name: string, url: () => string): void => {
  const newName = () => `spec_${randomBytes(6).toString('hex')}`;
  describeEventStore(
    name,
    async (options) => {
      const log = newName();
      const opened: KurrentEventLog[] = [];
      const open = async () => {
        opened.push(await openKurrentEventLog({ url: url(), name: log, ...options }));
        return opened.at(-1)!;
      };
      return {
        log: await open(),
        reopen: async () => {
          await opened[0]!.close();
          return open();
        },
        another: open,
        close: async () => {
          for (const each of opened) await each.close();
        },
      };
    },
    missing,
  );
  describeCoordination(name, async () => {
    const open = (log: string) => openKurrentEventLog({ url: url(), name: log, leaseTime: 1_000 });
    const name = newName();
    const logs = [await open(name), await open(name)] as const;
    return {
      processes: [logs[0].coordination, logs[1].coordination],
      close: async () => {
        for (const log of logs) await log.close();
      },
    };
  });
};

describeOnEngine('kurrentdb', (address) => describeOn('KurrentDB', address));

describe.each(['25.1', '26.1'] as const)('On a double of version %s', (version) => {
  let double: KurrentDouble;
  beforeAll(async () => {
    double = await startKurrentDouble({ version, maxAppendSize: 16 * 1024 * 1024 });
  });
  afterAll(() => double.stop());

  describeOn(`a double of KurrentDB ${version}`, () => double.url);
});
