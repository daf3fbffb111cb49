import { NumberInput, TextInput } from '@mantine/core';
import { t } from '../../words/words.ts';

interface UnitFieldsProps {
  readonly quantity: number | undefined;
  readonly unitPrice: string;
  readonly currency: string;
  readonly setQuantity: (quantity: number | undefined) => void;
  readonly setPrice: (price: string) => void;
}

/** How many, and for how much each. */
export const UnitFields = ({ quantity, unitPrice, currency, setQuantity, setPrice }: UnitFieldsProps) => (
  <>
    <NumberInput
      label={t('Quantity')}
      size="xs"
      min={0}
      max={1_000_000_000}
      allowDecimal={false}
      allowNegative={false}
      value={quantity ?? ''}
      onChange={(value) => setQuantity(value === '' ? undefined : Number(value))}
    />
    <TextInput
      label={t('Unit price, {currency}', { currency })}
      size="xs"
      inputMode="decimal"
      maxLength={26}
      value={unitPrice}
      onChange={({ currentTarget: { value } }) => setPrice(value)}
    />
  </>
);
