import { Refused, Unreachable } from './api/problem.ts';
import { commandLine } from './command-line.ts';
import { Failure } from './failure.ts';

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const isExpected = (error: unknown): error is Error =>
  error instanceof Failure || error instanceof Refused || error instanceof Unreachable;

try {
  await commandLine().parseAsync();
} catch (error) {
  process.stderr.write(
    `${isExpected(error) ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = error instanceof Failure ? error.exitCode : 1;
}
