import type { CustomerOverview } from '../api/customers.ts';
import { Facts } from '../look/Facts.tsx';
import { Panel } from '../look/Panel.tsx';
import styles from './Customer.module.css';
import { IdentityItem } from './IdentityItem.tsx';
import { MayAlsoBe } from './MayAlsoBe.tsx';
import { identityInWords } from './inWords.ts';
import { useMayLink } from './useMayLink.ts';
import { t } from '../words/words.ts';

interface WhoPanelProps {
  readonly of: CustomerOverview;
  /** By which the customer is shown. */
  readonly idOrEmail: string;
  /** Not their orders of a moment that has gone: what they are taken to be theirs by is of now even then. */
  readonly isNow: boolean;
}

/** Who they are, by what the orders are taken to be theirs and why, and who may be the same person. */
export const WhoPanel = ({ of, idOrEmail, isNow }: WhoPanelProps) => {
  const { customer, askedAs, foundBy, mayAlsoBe, moreIdentities } = of;
  const mayLink = useMayLink() && isNow;
  const main = foundBy.find(({ why }) => why === 'itself') ?? {
    by: customer ? ('id' as const) : ('email' as const),
    value: customer?.id ?? idOrEmail,
  };
  return (
    <Panel title={t('Who this is')} aside={isNow ? undefined : t('as of now')}>
      {askedAs && (
        <p className={styles.asked}>
          {t('You came by {askedAs}, which is linked with this customer.', {
            askedAs: identityInWords(askedAs),
          })}
        </p>
      )}
      {customer === undefined ? (
        <p className="quiet">{t('Not in the customer file: only orders tell of them.')}</p>
      ) : (
        <Facts
          facts={[
            [t('Name'), customer.name],
            ['E-mail', customer.email],
            [t('Phone'), customer.phone],
            [t('Customer'), customer.id],
          ]}
        />
      )}
      {foundBy.length > 0 && (
        <div className={styles.found}>
          <ul className={styles.identities} aria-label={t('Why these orders are theirs')}>
            {foundBy.map((found) => (
              <IdentityItem
                key={`${found.by} ${found.value}`}
                found={found}
                of={idOrEmail}
                mayLink={mayLink}
              />
            ))}
          </ul>
          {moreIdentities === true && (
            <p className="quiet">{t('More are linked than are looked at here.')}</p>
          )}
        </div>
      )}
      <MayAlsoBe suggestions={mayAlsoBe} main={main} of={idOrEmail} mayLink={mayLink} />
    </Panel>
  );
};
