import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How often the log may say that keys were refused, in milliseconds. */
const toldEvery = 1_000;

/** Tells the log who tries to come in, without what was shown: whoever tries keys by the thousand cannot fill it. */
export class RefusedSignIns {
  private readonly logger = new Logger('access');
  private untold = 0;
  private pause: NodeJS.Timeout | undefined;

  constructor(fastify: FastifyInstance) {
    fastify.addHook('onClose', (_, done) => {
      clearTimeout(this.pause);
      done();
    });
  }

  withoutKey({ id }: FastifyRequest): void {
    this.logger.debug(`sign-in refused: no key ${id}`);
  }

  /** A key that is unknown or revoked. */
  withKey(): void {
    this.untold += 1;
    if (!this.pause) this.tell();
  }

  private tell(): void {
    this.pause = undefined;
    if (this.untold === 0) return;
    this.logger.warn(`sign-in refused: ${this.untold} with keys that are unknown or revoked`);
    this.untold = 0;
    this.pause = setTimeout(() => this.tell(), toldEvery);
    this.pause.unref();
  }
}
