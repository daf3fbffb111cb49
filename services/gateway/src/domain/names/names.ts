import { type IntakeWarning, type NameKind, definedBy } from '@tributary/contracts';
import type { Acceptable } from '../message/examine.ts';

/** Something that is defined elsewhere, as a message calls it, and where in the message. */
export interface Named {
  readonly kind: NameKind;
  readonly name: string;
  /** JSON pointer into the message. */
  readonly pointer: string;
}

/** Fields by which messages name what is defined elsewhere, in their data and in its lines. */
const fields = [
  ['sku', 'sku'],
  ['location', 'location'],
  ['from', 'location'],
  ['to', 'location'],
  ['pickupAt', 'location'],
] as const;

/**
 * All that a message names and does not define, each once, where it stands first. Imported history names
 * what existed then: nobody defines it now.
 */
export const namesIn = ({
  type,
  data,
  attributes,
}: Pick<Acceptable, 'type' | 'data' | 'attributes'>): Named[] => {
  if (attributes.imported || definedBy(type, data)) return [];
  const found = new Map<string, Named>();
  const look = (part: Readonly<Record<string, unknown>>, at: string) => {
    for (const [field, kind] of fields) {
      const name = part[field];
      if (typeof name === 'string' && !found.has(`${kind} ${name}`))
        found.set(`${kind} ${name}`, { kind, name, pointer: `${at}/${field}` });
    }
  };
  look(data as Readonly<Record<string, unknown>>, '/data');
  const { lines } = data as { readonly lines?: readonly Readonly<Record<string, unknown>>[] };
  lines?.forEach((line, index) => look(line, `/data/lines/${index}`));
  return [...found.values()];
};

/** The message is taken in all the same: what it names may be defined later. */
export const warningOf = ({ kind, name, pointer }: Named): IntakeWarning =>
  kind === 'location'
    ? {
        code: 'unknown-location',
        pointer,
        message: `No location ${name} is defined: nothing there can be sold. Define it by tributary.location.updated.v1, or PUT /v1/locations/{id}.`,
      }
    : {
        code: 'unknown-sku',
        pointer,
        message: `No product ${name} is in the catalogue. Publish tributary.product.updated.v1 if it should be.`,
      };
