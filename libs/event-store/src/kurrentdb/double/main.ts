import { startKurrentDouble } from './index.ts';

/** Runs the double of KurrentDB until it is stopped, for programs that are tested on it; writes its address. */
const double = await startKurrentDouble({ maxAppendSize: 16 * 1024 * 1024 });
process.stdout.write(`${double.url}\n`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => double.stop());
