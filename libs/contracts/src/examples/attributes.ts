import type { z } from 'zod';
import type { DeclaredAttributes } from '../facts/attributes.ts';

/** A shop that wraps, engraves, and delivers by the day. */
export const declaredAttributes: z.input<typeof DeclaredAttributes> = {
  attributes: [
    { name: 'gift-wrap', on: 'order', type: 'choice', values: ['plain', 'festive'], label: 'Gift wrap' },
    { name: 'delivery-day', on: 'order', type: 'date' },
    { name: 'engraving', on: 'line', type: 'text', label: 'Engraving' },
  ],
};

/** What an order carries, and one of its lines. */
export const orderAttributes = { 'gift-wrap': 'festive', 'delivery-day': '2026-03-05' };
export const lineAttributes = { engraving: 'Ada' };
/** One that fits no declaration. */
export const unfitAttribute = {
  lineId: '1',
  name: 'colour',
  value: 'blue',
  reason: 'colour is not declared for lines.',
};

/** Another wrapping for all of it, and nothing engraved. */
export const changedAttributes: { lineId?: string; values: Record<string, string | null> }[] = [
  { values: { 'gift-wrap': 'plain' } },
  { lineId: '1', values: { engraving: null } },
];
