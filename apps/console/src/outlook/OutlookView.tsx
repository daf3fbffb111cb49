import { type Inquiry, type Outlook, useOutlook } from '../api/outlook.ts';
import { useLocationName } from '../api/locations.ts';

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
      <ul aria-label="Where it would come from now">
        {outlook.serves.map(({ location, method, lines }) => (
          <li key={`${location} ${method}`}>
            {method === 'pickup' ? 'To be collected at' : 'Sent from'} {locationName(location)}:{' '}
            {unitsOf(lines)}
          </li>
        ))}
        {outlook.unsourced.length > 0 && <li>Not there now: {unitsOf(outlook.unsourced)}</li>}
      </ul>
    </div>
  );
};
