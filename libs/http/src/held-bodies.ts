import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem, cutOff, timedOut } from './problem.ts';

/** Bytes of one request body after decompression. */
export const maxBodyBytes = 10 * 1024 * 1024;
/** Bytes of the bodies, unpacked, that a process holds at once for all its requests; parsed they take several times that. */
export const maxHeldBytes = 64 * 1024 * 1024;

/** How long one of them may take to arrive, in milliseconds. */
const patienceWithBody = 30_000;

/**
 * Bodies that are read whole, bounded one by one and all together. What a body takes is counted as its bytes
 * come, and given back when its request is answered, or when the body is cut off or refused.
 */
export class HeldBodies {
  private readonly held = new WeakMap<FastifyRequest, number>();
  private bytes = 0;

  /**
   * @param bound bytes of all bodies together
   * @param patience milliseconds that one may take to arrive
   */
  constructor(
    private readonly bound = maxHeldBytes,
    private readonly patience = patienceWithBody,
  ) {}

  /** Gives back what an answered request held: also where nobody is there to be answered any more, its handler has ended. */
  giveBackWhenAnswered(fastify: FastifyInstance): void {
    fastify.addHook('onSend', (request, _reply, _payload, done) => {
      this.giveBack(request);
      done();
    });
  }

  /**
   * Reads a body to its end.
   * @param done called once; with Problem 408 `timeout`, 413 `too-large` or 503 `busy` where it is not read on, or the error of the stream
   */
  read(request: FastifyRequest, body: Readable, done: (error: Error | null, body?: Buffer) => void): void {
    const chunks: Buffer[] = [];
    const end = (error: Error | null): void => {
      clearTimeout(late);
      body.off('data', take).off('end', whole).off('error', fail).off('close', left);
      if (!error) return done(null, Buffer.concat(chunks));
      // Whatever else goes wrong with it is nobody's affair any more.
      body.on('error', () => {});
      this.giveBack(request);
      done(error);
    };
    const take = (chunk: Buffer): void => {
      const size = this.held.get(request) ?? 0;
      if (size + chunk.length > maxBodyBytes) return end(tooLarge());
      if (this.bytes + chunk.length > this.bound) return end(busy());
      this.held.set(request, size + chunk.length);
      this.bytes += chunk.length;
      chunks.push(chunk);
    };
    const whole = (): void => end(null);
    const fail = (error: Error): void => end(error);
    const left = (): void => end(cutOff());
    const late = setTimeout(() => end(timedOut()), this.patience);
    if (Number(request.headers['content-length']) > maxBodyBytes) return end(tooLarge());
    body.on('data', take).once('end', whole).once('error', fail).once('close', left);
  }

  private giveBack(request: FastifyRequest): void {
    this.bytes -= this.held.get(request) ?? 0;
    this.held.delete(request);
  }
}

const tooLarge = (): Problem =>
  new Problem(413, 'too-large', 'A body is at most 10 MB uncompressed: send smaller batches.');

const busy = (): Problem =>
  new Problem(503, 'busy', 'Too many large bodies are being read at once; try again shortly.');
