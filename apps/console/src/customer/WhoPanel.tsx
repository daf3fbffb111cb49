import type { CustomerOverview } from '../api/customers.ts';
import { Facts } from '../look/Facts.tsx';
import { Panel } from '../look/Panel.tsx';
import styles from './Customer.module.css';
import { IdentityItem } from './IdentityItem.tsx';
import { MayAlsoBe } from './MayAlsoBe.tsx';
import { identityInWords } from './inWords.ts';
import { useMayLink } from './useMayLink.ts';

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
    <Panel title="Who this is" aside={isNow ? undefined : 'as of now'}>
      {askedAs && (
        <p className={styles.asked}>
          You came by {identityInWords(askedAs)}, which is linked with this customer.
        </p>
      )}
      {customer === undefined ? (
        <p className="quiet">Not in the customer file: only orders tell of them.</p>
      ) : (
        <Facts
          facts={[
            ['Name', customer.name],
            ['E-mail', customer.email],
            ['Phone', customer.phone],
            ['Customer', customer.id],
          ]}
        />
      )}
      {foundBy.length > 0 && (
        <div className={styles.found}>
          <ul className={styles.identities} aria-label="Why these orders are theirs">
            {foundBy.map((found) => (
              <IdentityItem
                key={`${found.by} ${found.value}`}
                found={found}
                of={idOrEmail}
                mayLink={mayLink}
              />
            ))}
          </ul>
          {moreIdentities === true && <p className="quiet">More are linked than are looked at here.</p>}
        </div>
      )}
      <MayAlsoBe suggestions={mayAlsoBe} main={main} of={idOrEmail} mayLink={mayLink} />
    </Panel>
  );
};
