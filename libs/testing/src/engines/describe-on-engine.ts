import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Engine, addressVariable, dockerAnswers, startContainer } from './containers.ts';

const longestContainerStart = 120_000;

/**
 * A suite on a real engine: at the address that the environment names, in a container where Docker
 * answers, or else skipped by name; failed where `REQUIRE_ENGINES` asks for it.
 * @param suite given the engine's address, to be asked for inside tests only
 */
export const describeOnEngine = (engine: Engine, suite: (address: () => string) => void): void => {
  const variable = addressVariable[engine];
  const given = process.env[variable];
  if (given) {
    suite(() => given);
    return;
  }
  if (dockerAnswers()) {
    describe(`In a container of ${engine}`, () => {
      let started: Awaited<ReturnType<typeof startContainer>> | undefined;
      beforeAll(async () => {
        started = await startContainer(engine);
      }, longestContainerStart);
      afterAll(() => started?.stop());
      suite(() => started!.address);
    });
    return;
  }
  const reason = `${engine} is not here: set ${variable} or start Docker`;
  if (process.env['REQUIRE_ENGINES']?.split(',').includes(engine)) {
    it(`needs ${engine}`, () => expect(reason).toBe('here'));
    return;
  }
  describe.skip(reason, () => suite(() => ''));
};
