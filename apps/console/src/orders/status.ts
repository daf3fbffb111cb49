import type { Tone } from '../look/Mark.tsx';
import { called } from '../words/words.ts';

/** Statuses of an order in the order they come about. */
export const orderStatuses = [
  'placed',
  'held',
  'backordered',
  'needs-decision',
  'allocated',
  'partly-fulfilled',
  'fulfilled',
  'completed',
  'partly-returned',
  'returned',
  'cancelled',
  'rejected',
] as const;

const tones: Readonly<Record<string, Tone>> = {
  placed: 'blue',
  held: 'red',
  backordered: 'orange',
  'needs-decision': 'red',
  allocated: 'cyan',
  'partly-fulfilled': 'cyan',
  fulfilled: 'cyan',
  completed: 'green',
  'partly-returned': 'violet',
  returned: 'violet',
  cancelled: 'gray',
  rejected: 'red',
  offered: 'blue',
  accepted: 'blue',
  picked: 'cyan',
  short: 'orange',
  packed: 'cyan',
  ready: 'cyan',
  shipped: 'cyan',
  dispatched: 'cyan',
  'in-transit': 'cyan',
  delivered: 'green',
  'handed-over': 'green',
  lost: 'red',
  authorised: 'blue',
  captured: 'green',
  refunded: 'violet',
  requested: 'blue',
  issued: 'green',
  failed: 'red',
  voided: 'gray',
  expired: 'orange',
  quarantined: 'orange',
  parked: 'red',
  dismissed: 'gray',
  released: 'green',
};

/** The tone of any state the platform names; gray for one this console does not know yet. */
export const toneOf = (status: string): Tone => tones[status] ?? 'gray';

/** A code as a person reads it: `partly-fulfilled` → `Partly fulfilled`. Prose keeps its own punctuation. */
export const wordsOf = (code: string): string => {
  const words = code.includes(' ') ? code : code.replaceAll(/[-_.:]+/g, ' ');
  return called(words.charAt(0).toUpperCase() + words.slice(1));
};

/** A message's type in words: `tributary.shipment.delivered.v1` is "Shipment delivered". */
export const wordsOfMessage = (type: string): string =>
  wordsOf(type.replace(/^tributary\./, '').replace(/\.v\d+$/, ''));
