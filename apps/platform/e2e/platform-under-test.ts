import type { Role } from '@tributary/contracts';
import { enginesForTests } from './engines.ts';
import { type Ended, Program, adminKey, isBuilt } from './programs.ts';
import { type Shape, distributedShape, embeddedShape } from './shapes.ts';
import { until } from './until.ts';

export { adminKey };

type Environment = Readonly<Record<string, string>>;
export type Start = (environment?: Environment) => Promise<PlatformUnderTest>;

/** What a suite is told of the shape it runs on. */
export interface OnShape {
  readonly start: Start;
  readonly kind: Shape['kind'];
}

/**
 * A suite for the platform in one process, and again, where engines are named, for its services in
 * processes of their own; skipped under its name without a build, or without engines.
 * @param possible whether what else it needs is here
 */
export const onEveryShape = (name: string, suite: (shape: OnShape) => void, possible = true): void => {
  onEmbedded(name, suite, possible);
  const missing = enginesForTests ? '' : ': KAFKA_BROKERS, MONGODB_URL and POSTGRES_URL are not set';
  (isBuilt && possible && enginesForTests ? describe : describe.skip)(
    `${name} (distributed${missing})`,
    () => {
      suite({
        kind: 'distributed',
        start: (environment = {}) => PlatformUnderTest.of(distributedShape(enginesForTests!, environment)),
      });
    },
  );
};

/** A suite for the platform in one process: about its data folder. */
export const onEmbedded = (name: string, suite: (shape: OnShape) => void, possible = true): void => {
  (isBuilt && possible ? describe : describe.skip)(`${name} (embedded)`, () => {
    suite({
      kind: 'embedded',
      start: (environment = {}) => PlatformUnderTest.of(embeddedShape(environment)),
    });
  });
};

/** A start over a data folder that is expected to fail: how it ended and what it said. */
export const startThatFails = (data: string, environment: Environment = {}) =>
  new Program('the platform', {
    TRIBUTARY_DATA: data,
    TRIBUTARY_PORT: '0',
    TRIBUTARY_ADMIN_KEY: adminKey,
    ...environment,
  }).failToStart();

/** JSON as it came: a spec says what it expects of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly body: Json;
  readonly text: string;
}

export interface Ask {
  /** Whose key is shown; admin when left out, none for null. */
  readonly as?: Role | null;
  /** A key as text, instead of a role's. */
  readonly key?: string;
  readonly json?: unknown;
  /** A body sent as it is, instead of `json`. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The platform as a user runs it: the built program, in its own process or processes. */
export class PlatformUnderTest {
  private readonly keys = new Map<Role, string>([['admin', adminKey]]);

  constructor(readonly shape: Shape) {}

  static async of(shape: Shape): Promise<PlatformUnderTest> {
    const platform = new PlatformUnderTest(shape);
    await platform.start();
    return platform;
  }

  get url(): string {
    return this.shape.url;
  }

  get data(): string {
    return this.shape.data;
  }

  /** Starts over the data there is and waits until every projection follows. */
  start(): Promise<void> {
    return this.shape.start();
  }

  get output(): string {
    return this.shape.programs.map(({ output }) => output).join('');
  }

  get lives(): boolean {
    return this.shape.programs.every(({ lives }) => lives);
  }

  async ask(
    method: string,
    path: string,
    { as = 'admin', key, json, raw, headers = {} }: Ask = {},
  ): Promise<Answer> {
    const shown = key ?? (as === null ? undefined : await this.keyOf(as));
    const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(shown !== undefined && { authorization: `Bearer ${shown}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    return {
      status: response.status,
      type,
      headers: response.headers,
      text,
      body: /json/.test(type) && text !== '' ? JSON.parse(text) : undefined,
    };
  }

  get(path: string, more: Ask = {}): Promise<Answer> {
    return this.ask('GET', path, more);
  }

  post(path: string, json: unknown, more: Ask = {}): Promise<Answer> {
    return this.ask('POST', path, { json, ...more });
  }

  put(path: string, json: unknown, more: Ask = {}): Promise<Answer> {
    return this.ask('PUT', path, { json, ...more });
  }

  /** Publishes events as an integrator; every one must be accepted. */
  async publish(...events: readonly object[]): Promise<void> {
    const { status, body } = await this.post('/v1/events', events, { as: 'integrator' });
    if (status !== 202)
      throw new Error(`Not all events were accepted: ${JSON.stringify(body).slice(0, 2_000)}`);
  }

  /** A key of a role, issued once a platform. */
  async keyOf(role: Role): Promise<string> {
    const known = this.keys.get(role);
    if (known !== undefined) return known;
    const { body } = await this.post('/v1/keys', { name: `e2e ${role}`, role });
    this.keys.set(role, body.key);
    return body.key;
  }

  get shownKeys(): readonly string[] {
    return [...this.keys.values()];
  }

  /** Waits until nothing is under way: every consumer has handled all that is recorded, and none moves on. */
  async settled(): Promise<void> {
    let [position, since] = [-1, performance.now()];
    await until(
      'all consumers are at the end of the log',
      async () => {
        const { body } = await this.get('/v1/consumers');
        const behind =
          body.unreachable !== undefined || body.items.some(({ lag }: { lag: number }) => lag !== 0);
        const now = body.items.reduce((sum: number, one: { position: number }) => sum + one.position, 0);
        if (behind || now !== position) [position, since] = [behind ? -1 : now, performance.now()];
        return !behind && performance.now() - since >= this.shape.calm;
      },
      30_000,
    );
  }

  /** An order's page, once it satisfies a condition. */
  order(orderId: string, holds: (order: Json) => boolean = () => true): Promise<Json> {
    return until(`${orderId} is as expected`, async () => {
      const { status, body } = await this.get(`/v1/orders/${orderId}`);
      return status === 200 && holds(body) ? body : undefined;
    });
  }

  async stockOf(
    sku: string,
  ): Promise<{ location: string; onHand: number; reserved: number; available: number }[]> {
    return (await this.get(`/v1/stock?sku=${encodeURIComponent(sku)}`)).body.items;
  }

  /** Ends every process as an operator does, or as a power cut does. */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<Ended> {
    return this.shape.end(signal);
  }

  /** Ends what still runs and takes the data away. */
  remove(): Promise<void> {
    return this.shape.remove();
  }
}
