import { useQuery } from '@tanstack/react-query';
import { type Schemas, told } from '@tributary/client';
import { api } from './api.ts';
import { t } from '../words/words.ts';

export type DeclaredAttribute = Schemas['DeclaredAttributesAnswer']['attributes'][number];
export type AttributeValue = NonNullable<Schemas['OrderPage']['attributes']>[string];

const none: readonly DeclaredAttribute[] = [];

/** What orders, or lines, may carry; empty until it is known. */
export const useDeclaredAttributes = (on: DeclaredAttribute['on']): readonly DeclaredAttribute[] => {
  const { data } = useQuery({
    queryKey: ['attributes'],
    queryFn: ({ signal }) => told(api.GET('/v1/attributes', { signal })),
    staleTime: 5 * 60_000,
  });
  return data?.attributes.filter((one) => one.on === on) ?? none;
};

/** What people call an attribute: its label, else its name. */
export const labelOf = (declared: readonly DeclaredAttribute[], name: string): string =>
  declared.find((one) => one.name === name)?.label ?? name;

/** A value in words. */
export const valueInWords = (value: AttributeValue): string =>
  typeof value === 'boolean' ? (value ? t('Yes') : t('No')) : String(value);
