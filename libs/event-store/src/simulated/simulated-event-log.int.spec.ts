import { randomUUID } from 'node:crypto';
import { describeCoordination, describeEventStore } from '../contract/index.ts';
import { SimulatedEventLog, SimulatedServer } from './index.ts';

describeEventStore('a simulated server', (options) => {
  const server = new SimulatedServer(randomUUID());
  const logs: SimulatedEventLog[] = [];
  const connected = () => {
    const log = new SimulatedEventLog({ server, ...options });
    logs.push(log);
    return log;
  };
  const log = connected();
  return Promise.resolve({
    log,
    reopen: async () => {
      await log.close();
      return connected();
    },
    another: () => Promise.resolve(connected()),
    close: async () => {
      for (const each of logs) await each.close();
    },
  });
});

describeCoordination('a simulated server', () => {
  const server = new SimulatedServer(randomUUID());
  const { coordination: one } = new SimulatedEventLog({ server });
  const { coordination: other } = new SimulatedEventLog({ server });
  return Promise.resolve({ processes: [one, other], close: () => Promise.resolve() });
});
