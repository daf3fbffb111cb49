import { type SpanContext, TraceFlags, isSpanContextValid } from '@opentelemetry/api';

/** W3C Trace Context, https://www.w3.org/TR/trace-context/: a later version may say more after what we read. */
const pattern = /^(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** The span that a `traceparent` names, or undefined where it is absent or malformed. */
export const parseTraceparent = (text: unknown): SpanContext | undefined => {
  const [, version, traceId, spanId, flags, more] =
    typeof text === 'string' && text.length <= 512 ? (pattern.exec(text) ?? []) : [];
  if (!traceId || !spanId || (version === '00' && more !== undefined)) return undefined;
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags!, 16) & 1, isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
};

export const formatTraceparent = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${isSampled({ traceFlags }) ? '01' : '00'}`;

export const isSampled = ({ traceFlags }: Pick<SpanContext, 'traceFlags'>): boolean =>
  (traceFlags & TraceFlags.SAMPLED) !== 0;
