import type { DemoKeys } from './keys.ts';

const curl = (key: string, url: string, ...more: string[]) =>
  [`curl -s -H 'authorization: Bearer ${key}'`, ...more, `'${url}'`].join(' ');

/** What a newcomer can do next: the console's address, the keys, three calls to try. */
export const invitation = (
  url: string,
  { ops, integrator }: DemoKeys,
  orderId: string,
  now: number,
): string => {
  const event = {
    specversion: '1.0',
    id: `my-first-event-${now}`,
    source: 'urn:my-shop',
    type: 'tributary.order.captured.v1',
    data: {
      channel: 'web',
      number: `MY-${now}`,
      currency: 'EUR',
      customer: { name: 'Ada Example', email: 'ada@example.com' },
      lines: [{ lineId: '1', sku: 'LGT-101-BLA', quantity: 1, unitPrice: '59.90' }],
    },
  };
  return [
    '',
    'Tributary is up, and orders keep coming in.',
    '',
    `  Console  ${url}/#key=${ops}`,
    `  API      ${url}/docs`,
    `  Keys     ${ops}  (ops: sees everything, repairs the inbox)`,
    `           ${integrator}  (integrator: publishes events)`,
    '',
    'Try it:',
    '',
    '  # the newest orders',
    `  ${curl(ops, `${url}/v1/orders?limit=5`)}`,
    '  # one order and what happened to it',
    `  ${curl(ops, `${url}/v1/orders/${orderId}/timeline`)}`,
    `  # an event of your own; it is the order web.MY-${now}`,
    `  ${curl(integrator, `${url}/v1/events`, `-H 'content-type: application/cloudevents+json'`, `-d '${JSON.stringify(event)}'`)}`,
    '',
    'Ctrl-C stops it; the data stays.',
    '',
  ].join('\n');
};
