import { Problem } from '@tributary/http';
import type { FastifyRequest } from 'fastify';

/** Names of attributes are small letters and digits; `data` and `data_base64` are the body. */
const attributeHeader = /^ce-(?!data$)([a-z0-9]{1,64})$/;
const quoted = /^"(.*)"$/s;
const escapedBytes = /(?:%[0-9a-f]{2})+/gi;

/**
 * An event in binary mode as the JSON event that it would be in structured mode.
 * @throws Problem 400 a header's escapes are no UTF-8
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md section 3.1
 */
export const binaryEvent = (headers: FastifyRequest['headers'], data: unknown): object => {
  const attributes = Object.entries(headers).flatMap(([header, value]) => {
    const name = attributeHeader.exec(header)?.[1];
    return name === undefined || typeof value !== 'string'
      ? []
      : [[name, typed(name, textOf(header, value))] as const];
  });
  const contentType = headers['content-type'];
  return {
    ...Object.fromEntries(attributes),
    ...(contentType !== undefined && { datacontenttype: contentType }),
    data,
  };
};

/** Section 3.1.3.2: quotes are taken off, then bytes in escapes are read as UTF-8, once. */
const textOf = (header: string, value: string): string => {
  const inner = quoted.exec(value)?.[1]?.replaceAll(/\\(.)/gs, '$1') ?? value;
  try {
    return inner.replaceAll(escapedBytes, (bytes) => decodeURIComponent(bytes));
  } catch {
    throw new Problem(
      400,
      'malformed-header',
      `The escapes in ${header} are not UTF-8: ${value.slice(0, 100)}`,
    );
  }
};

/** A header is text; the one attribute that is a Boolean is written `true` or `false` (CloudEvents 1.0, type system). */
const typed = (name: string, text: string): string | boolean =>
  name === 'imported' && (text === 'true' || text === 'false') ? text === 'true' : text;
