import { Button, TextInput } from '@mantine/core';
import { useAvailability } from '../api/goods.ts';
import { useLocationName, useLocations } from '../api/locations.ts';
import { formatMoney, formatPrice } from '../figures/money.ts';
import change from '../order/change/Change.module.css';
import { Reasons } from '../order/change/Reasons.tsx';
import { UnitFields } from '../order/change/UnitFields.tsx';
import { WayFields } from '../order/change/WayFields.tsx';
import { canBeSoldInWords } from './canBeSold.ts';
import { type NewLine, listPrice, priceNow, withLine, withoutLine } from './draft.ts';
import styles from './NewOrder.module.css';
import { isOtherPrice } from './placing.ts';
import { lineSum } from './sums.ts';
import type { NewOrder } from './useNewOrder.ts';
import { t } from '../words/words.ts';

/** What can be had of the good now, the way it is wanted. */
const CanBeSold = ({ line: { sku, way } }: { readonly line: NewLine }) => {
  const availability = useAvailability(sku);
  const locations = useLocations();
  const nameOf = useLocationName();
  return (
    <p role="status" className={`quiet ${change.wide}`}>
      {availability && canBeSoldInWords(availability.locations, way, locations, nameOf)}
    </p>
  );
};

interface LineProps {
  readonly line: NewLine;
  readonly form: NewOrder;
}

const Head = ({ line, form }: LineProps) => {
  const { currency } = form.draft;
  const name = line.name ?? line.sku;
  const listed = listPrice(line, currency);
  const sum = lineSum(line, currency);
  return (
    <div className={change.head}>
      <div>
        <div className={change.name}>{name}</div>
        <div className="quiet">
          {[line.name && line.sku, listed && t('{listed} each', { listed: formatPrice(listed, currency) })]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <div className={styles.lineEnd}>
        <span className={styles.sum}>{sum === undefined ? '–' : formatMoney(sum, currency)}</span>
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          aria-label={t('Take away {name}', { name })}
          onClick={() => form.change((draft) => withoutLine(draft, line.key))}
        >
          {t('Take away')}
        </Button>
      </div>
    </div>
  );
};

/** A good that is wanted: how many, for how much, and how it reaches the customer. */
export const LineItem = ({ line, form }: LineProps) => {
  const { currency } = form.draft;
  const set = (part: Partial<NewLine>) => form.change((draft) => withLine(draft, line.key, part));
  return (
    <li className={styles.line}>
      <div role="group" aria-label={line.name ?? line.sku} className={change.entry}>
        <Head line={line} form={form} />
        <div className={change.fields}>
          <UnitFields
            quantity={line.quantity}
            unitPrice={priceNow(line, currency)}
            currency={currency}
            setQuantity={(quantity) => set({ quantity })}
            setPrice={(unitPrice) => set({ unitPrice })}
          />
          <WayFields way={line.way} choose={(way) => set({ way })} />
          {isOtherPrice(line, currency) && (
            <TextInput
              className={change.wide ?? ''}
              label={t('Why another price')}
              size="xs"
              required
              maxLength={300}
              value={line.priceReason}
              onChange={({ currentTarget: { value } }) => set({ priceReason: value })}
            />
          )}
          <CanBeSold line={line} />
        </div>
        <Reasons of={form.reasons.get(`line ${line.key}`)} />
      </div>
    </li>
  );
};
