import type { CustomerOverview } from '../api/customers.ts';
import { Moment } from '../figures/Moment.tsx';
import { Actor } from '../people/Actor.tsx';
import styles from './Customer.module.css';
import { SayForm } from './SayForm.tsx';
import { foundInWords, identityInWords } from './inWords.ts';
import { rich, t } from '../words/words.ts';

type Found = CustomerOverview['foundBy'][number];
type Link = NonNullable<Found['links']>[number];

interface IdentityItemProps {
  readonly found: Found;
  /** By which the customer is shown. */
  readonly of: string;
  readonly mayLink: boolean;
}

const LinkNote = ({
  link,
  found: { by, value },
  of,
  mayLink,
}: IdentityItemProps & { readonly link: Link }) => (
  <div className={styles.link}>
    <p>
      {rich('Linked with {customerId} by {linkedBy}, {moment}', {
        customerId: link.customerId,
        linkedBy: <Actor of={link.linkedBy} />,
        moment: <Moment at={link.linkedAt} />,
      })}
    </p>
    <p className="quiet">{link.why}</p>
    {link.evidence?.map((one) => (
      <p key={one} className="quiet">
        {t('Shown by {one}', { one })}
      </p>
    ))}
    {mayLink && (
      <SayForm
        action={t('Take apart')}
        whom={t('{identityInWords} and the customer id {customerId}', {
          identityInWords: identityInWords({ by, value }),
          customerId: link.customerId,
        })}
        of={of}
        saying={(why) => ({ customerId: link.customerId, unlink: { by, value, why } })}
      />
    )}
  </div>
);

/** One that the customer is known by, and why it is theirs. */
export const IdentityItem = ({ found, of, mayLink }: IdentityItemProps) => (
  <li>
    <p>{foundInWords(found)}</p>
    {found.why === 'on-file' && (
      <p className="quiet">{t('In the customer file; the orders name nobody else’s id.')}</p>
    )}
    {found.links?.map((link) => (
      <LinkNote key={link.customerId} link={link} found={found} of={of} mayLink={mayLink} />
    ))}
  </li>
);
