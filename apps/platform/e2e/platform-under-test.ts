import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '@tributary/contracts';
import { until } from '@tributary/testing';
import {
  Cluster,
  type Ended,
  type Environment,
  PlatformProcess,
  launch,
  longestStart,
  untilReady,
} from '@tributary/testing/cluster';
import { PromisedAnswers } from './promised-answers.ts';
import { type OwnDatabases, type Servers, ownDatabases, serversNamed } from './own-databases.ts';

const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));
export const adminKey = 'e2e-admin-key-never-used-elsewhere';

/** These specs test what is built; without a build they are skipped under their own names. */
export const whenBuilt = existsSync(program) ? describe : describe.skip;

/** Services that run apart, and how many processes of each. */
export interface Apart {
  readonly gateways: number;
  readonly each: number;
}

/** As TRIBUTARY_E2E_REPLICAS says; all services run in one process where it says nothing. */
const apartNamed = (): Apart | undefined => {
  const { TRIBUTARY_E2E_REPLICAS: each } = process.env;
  return each ? { gateways: 1, each: Number(each) } : undefined;
};

const environmentOf = (data: string, more: Environment): Environment => ({
  TRIBUTARY_DATA: data,
  TRIBUTARY_PORT: '0',
  TRIBUTARY_ADMIN_KEY: adminKey,
  // Specs ask as fast as they are answered.
  TRIBUTARY_RATE_LIMIT: '0',
  ...more,
});

/** Until a long import is in the read models, on whatever they lie. */
const longestBacklog = 120_000;

let promised: Promise<PromisedAnswers> | undefined;

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

/** A start that is expected to fail: how it ended and what it said. */
export const startThatFails = async (data: string, environment: Readonly<Record<string, string>> = {}) => {
  const { child, wrote, ended } = launch(program, environmentOf(data, environment));
  const giveUp = setTimeout(() => child.kill('SIGKILL'), longestStart);
  const { code } = await ended;
  clearTimeout(giveUp);
  return { code, said: wrote.err };
};

/** The platform as a user runs it: the built program, in its own process, over its own data folder. */
export class PlatformUnderTest {
  readonly data = mkdtempSync(join(tmpdir(), 'tributary-e2e-'));
  url = '';
  private runs: Pick<PlatformProcess, 'output' | 'lives' | 'end'>[] = [];
  private databases: OwnDatabases | undefined;
  private readonly keys = new Map<Role, string>([['admin', adminKey]]);

  cluster: Cluster | undefined;

  /** @param environment beside what every platform under test has */
  constructor(
    private readonly environment: Readonly<Record<string, string>> = {},
    private readonly apart: Apart | undefined = apartNamed(),
    private readonly servers: Servers = serversNamed(),
  ) {}

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<PlatformUnderTest> {
    const platform = new PlatformUnderTest(environment);
    await platform.start();
    return platform;
  }

  /** Starts over the data there is and waits until every projection follows. */
  async start(): Promise<void> {
    this.databases ??= await ownDatabases(this.servers);
    if (!this.apart) return this.startOne();
    const { gateways, each } = this.apart;
    const cluster = await Cluster.start({
      program,
      data: this.data,
      environment: environmentOf(this.data, this.settings),
      replicas: { gateway: gateways, inventory: each, order: each, sourcing: each, repository: each },
    });
    this.cluster = cluster;
    this.runs = [...cluster.replicas];
    this.url = cluster.gateways[0]!.url;
  }

  private async startOne(): Promise<void> {
    const one = new PlatformProcess(program, environmentOf(this.data, this.settings));
    this.runs = [one];
    this.url = await one.listening();
    await untilReady(this.url);
  }

  /** What it is started with, beside its data folder. */
  get settings(): Readonly<Record<string, string>> {
    return {
      ...this.databases?.settings,
      ...this.environment,
    };
  }

  get output(): string {
    return this.runs.map(({ output }) => output).join('');
  }

  get lives(): boolean {
    return this.runs.length > 0 && this.runs.every(({ lives }) => lives);
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
    const { status } = response;
    const type = response.headers.get('content-type') ?? '';
    const answered: unknown = /[/+]json/.test(type) && text !== '' ? JSON.parse(text) : undefined;
    (await this.promised()).hold({ method, path, status, type, body: answered });
    return { status, type, headers: response.headers, text, body: answered };
  }

  /** Of every build the same. */
  private promised(): Promise<PromisedAnswers> {
    return (promised ??= fetch(`${this.url}/openapi.json`).then(
      async (response) => new PromisedAnswers((await response.json()) as never),
    ));
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

  /**
   * Waits until nothing is under way: every consumer has handled all that is recorded, twice in a row, and
   * nothing came between.
   */
  async settled(longest = longestBacklog): Promise<void> {
    let before: string | undefined;
    const isCalm = async () => {
      const items = (await this.get('/v1/consumers')).body.items as { lag: number; position: number }[];
      const positions = JSON.stringify(items.map(({ position }) => position));
      const calm = items.every(({ lag }) => lag === 0);
      const isSame = calm && positions === before;
      before = calm ? positions : undefined;
      return isSame;
    };
    await until('all consumers are at the end of the log', isCalm, longest);
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

  /** Ends it as an operator does, or as a power cut does; of several processes it tells of the one that took longest. */
  async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<Ended> {
    const ended = await Promise.all(this.runs.map((each) => each.end(signal)));
    const failed = ended.find(({ code }) => code !== 0);
    return { ...(failed ?? ended[0]!), took: Math.max(...ended.map(({ took }) => took)) };
  }

  /** Ends what still runs and takes the data away. */
  async remove(): Promise<void> {
    await Promise.all(this.runs.map((each) => each.end('SIGKILL')));
    rmSync(this.data, { recursive: true, force: true });
    await this.databases?.drop();
  }
}
