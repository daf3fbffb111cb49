import { type Inquiry, type Outlook, useOutlook } from '../api/outlook.ts';
import { useLocationName } from '../api/locations.ts';
import { t } from '../words/words.ts';

interface OutlookViewProps {
  /** What is wanted. */
  readonly inquiry: Inquiry;
  /** What people call the good of a line. */
  readonly nameOf: (line: { readonly lineId: string; readonly sku: string }) => string;
}

type Units = Outlook['unsourced'][number] | Outlook['serves'][number]['lines'][number];

/** Where goods would come from if it were now, and what would wait for stock; nothing is reserved by looking. */
export const OutlookView = ({ inquiry, nameOf }: OutlookViewProps) => {
  const locationName = useLocationName();
  const outlook = useOutlook(inquiry);
  if (outlook === undefined) return null;
  const unitsOf = (lines: readonly Units[]) =>
    lines.map((line) => `${line.quantity} × ${nameOf(line)}`).join(', ');
  return (
    <div role="status" className="quiet">
      <ul aria-label={t('Where it would come from now')}>
        {outlook.serves.map(({ location, method, lines }) => (
          <li key={`${location} ${method}`}>
            {method === 'pickup' ? t('To be collected at') : t('Sent from')} {locationName(location)}:{' '}
            {unitsOf(lines)}
          </li>
        ))}
        {outlook.unsourced.length > 0 && (
          <li>{t('Not there now: {unsourced}', { unsourced: unitsOf(outlook.unsourced) })}</li>
        )}
      </ul>
    </div>
  );
};
