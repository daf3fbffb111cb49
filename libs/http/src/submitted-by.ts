import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { Role, Submitter } from '@tributary/contracts';
import type { FastifyRequest } from 'fastify';
import { callerOf } from './access.ts';

/** Of level 1, lower case as it says, with ids that are not all zeros. */
const traceParent = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * The trace that a request belongs to, where its header says one; anything else is passed over.
 * @see https://www.w3.org/TR/trace-context-1/#traceparent-header
 */
export const traceOf = ({ headers }: Pick<FastifyRequest, 'headers'>): Pick<Submitter, 'traceparent'> => {
  const { traceparent } = headers;
  return typeof traceparent === 'string' && traceParent.test(traceparent) ? { traceparent } : {};
};

/** Who gives a command over HTTP. */
export interface KeySubmitter extends Submitter {
  readonly keyId: string;
  readonly role: Role;
}

/** Who gives a command and in which trace, for whatever is recorded for it. */
export const SubmittedBy = createParamDecorator((_: unknown, context: ExecutionContext): KeySubmitter => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { keyId, role, sources } = callerOf(request);
  return { keyId, role, actor: `${role}:${keyId}`, ...traceOf(request), ...(sources && { sources }) };
});
