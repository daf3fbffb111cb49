import type { keyFacts, webhookFacts } from '../facts/gateway.ts';
import type { facts } from '../facts/index.ts';
import type { inboundTypes } from '../inbound/index.ts';
import type { states } from '../states.ts';
import type { ExamplesOf } from './with-examples.ts';

/** Tables of examples by type: one that lacks a type, or an example that its schema refuses, does not compile. */

type DataOf<T extends Readonly<Record<string, { readonly data: unknown }>>> = {
  readonly [Type in keyof T]: T[Type]['data'];
};
export type InboundExamples = ExamplesOf<DataOf<typeof inboundTypes>>;
export type StateExamples = ExamplesOf<DataOf<typeof states>>;
export type FactExamples<Owner extends keyof typeof facts> = ExamplesOf<(typeof facts)[Owner]>;
export type KeyExamples = ExamplesOf<typeof keyFacts>;
export type WebhookExamples = ExamplesOf<typeof webhookFacts>;
