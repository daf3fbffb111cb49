export type NameKind = 'location' | 'sku';

export interface Name {
  readonly kind: NameKind;
  readonly name: string;
}

/** What a message defines, by its type: the name is then known. */
const definitions: Readonly<Record<string, readonly [field: string, kind: NameKind]>> = {
  'tributary.product.updated.v1': ['sku', 'sku'],
  'tributary.location.updated.v1': ['locationId', 'location'],
  'tributary.location.defined.v1': ['locationId', 'location'],
};

export const definingTypes = Object.keys(definitions);

/** The name that a message or a fact defines; undefined for all others. */
export const definedBy = (type: string, data: unknown): Name | undefined => {
  const definition = definitions[type];
  if (!definition) return undefined;
  const [field, kind] = definition;
  return { kind, name: (data as Record<string, string>)[field]! };
};
