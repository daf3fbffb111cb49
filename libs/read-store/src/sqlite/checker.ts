import { constants, setPriority } from 'node:os';
import { faultsIn } from './faults.ts';

/** A process's whole work: looks at all of the file that it is started with, and tells the first fault there is. */
setPriority(constants.priority.PRIORITY_LOW);
// Whoever asked is gone: nobody would hear of it.
process.once('disconnect', () => process.exit());
const [problem] = faultsIn(process.argv[2]!, 'quick_check');
if (problem === undefined) process.disconnect();
else process.send!(problem, () => process.disconnect());
