import { z } from 'zod';
import { examplesByAnswer } from '../examples/answers.ts';
import { withExamples } from '../examples/with-examples.ts';
import * as access from './access.ts';
import * as affinity from './affinity.ts';
import * as bulk from './bulk.ts';
import * as customers from './customers.ts';
import * as feed from './feed.ts';
import * as intake from './intake.ts';
import * as money from './money.ts';
import * as network from './network.ts';
import * as order from './order.ts';
import * as orderViews from './order-views.ts';
import * as overview from './overview.ts';
import { ProblemDocument } from './problem.ts';
import * as queues from './queues.ts';
import * as reconciliation from './reconciliation.ts';
import * as returns from './returns.ts';
import * as running from './running.ts';
import * as segments from './segments.ts';
import * as settings from './settings.ts';
import * as stock from './stock.ts';
import * as timelinePolicy from './timeline-policy.ts';
import * as trace from './trace.ts';
import * as trade from './trade.ts';
import * as webhooks from './webhooks.ts';
import * as withdrawals from './withdrawals.ts';

export type { Answer } from './parts.ts';
export * from './access.ts';
export * from './affinity.ts';
export * from './bulk.ts';
export * from './customers.ts';
export * from './feed.ts';
export * from './intake.ts';
export * from './money.ts';
export * from './network.ts';
export * from './order.ts';
export * from './order-views.ts';
export * from './overview.ts';
export * from './problem.ts';
export * from './queues.ts';
export * from './reconciliation.ts';
export * from './returns.ts';
export * from './running.ts';
export * from './segments.ts';
export * from './settings.ts';
export * from './stock.ts';
export * from './timeline-policy.ts';
export * from './trace.ts';
export * from './trade.ts';
export * from './webhooks.ts';
export * from './withdrawals.ts';

/** What the API answers, by the names that clients know it by. */
export const namedAnswers: readonly (readonly [name: string, schema: z.ZodType])[] = Object.entries({
  ...access,
  ...affinity,
  ...bulk,
  ...customers,
  ...feed,
  ...intake,
  ...money,
  ...network,
  ...order,
  ...orderViews,
  ...overview,
  ProblemDocument,
  ...queues,
  ...reconciliation,
  ...returns,
  ...running,
  ...segments,
  ...settings,
  ...stock,
  ...timelinePolicy,
  ...trace,
  ...trade,
  ...webhooks,
  ...withdrawals,
});

const names = new Map(namedAnswers.map(([name, schema]) => [schema, name]));

/** The name of an answer as clients know it; undefined for one that has none. */
export const answerNameOf = (schema: z.ZodType): string | undefined => names.get(schema);

/** A name as a reference within an OpenAPI document. */
export const answerReference = (name: string): string => `#/components/schemas/${name}`;

/**
 * The JSON Schema of every answer, by name, one referring to another.
 * @param isClosed whether what a schema does not name may not be there: clients should expect that more is told one day
 */
export const answerSchemas = ({ isClosed = false } = {}): Record<string, Record<string, unknown>> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of namedAnswers) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io: 'output',
    unrepresentable: 'any',
    uri: answerReference,
    override: ({ jsonSchema }) => {
      if (!isClosed && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      // Every number that JavaScript counts exactly.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => {
      const examples = examplesByAnswer.get(name) ?? [];
      return [name, { ...withExamples(schema, examples), examples }];
    }),
  );
};
