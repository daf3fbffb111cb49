import type { Saying } from '../api/customerLinks.ts';
import type { CustomerOverview } from '../api/customers.ts';
import styles from './Customer.module.css';
import { SayForm } from './SayForm.tsx';
import { identityInWords, sharedInWords } from './inWords.ts';
import { t } from '../words/words.ts';

type Suggestion = CustomerOverview['mayAlsoBe'][number];
type Identity = Pick<CustomerOverview['foundBy'][number], 'by' | 'value'>;

/** Two are linked where one of them is a customer id. */
const linkingOf = (
  main: Identity,
  { by, value, shared }: Suggestion,
): ((why: string) => Saying) | undefined => {
  const evidence = shared
    .map(sharedInWords)
    .map((text) => text.slice(0, 300))
    .slice(0, 10);
  if (main.by === 'id') return (why) => ({ customerId: main.value, link: { by, value, why, evidence } });
  if (by === 'id') return (why) => ({ customerId: value, link: { ...main, why, evidence } });
  return undefined;
};

interface MayAlsoBeProps {
  readonly suggestions: readonly Suggestion[];
  /** Who speaks for the customer. */
  readonly main: Identity;
  /** By which the customer is shown. */
  readonly of: string;
  readonly mayLink: boolean;
}

const SuggestionItem = ({
  suggestion,
  main,
  of,
  mayLink,
}: Omit<MayAlsoBeProps, 'suggestions'> & { readonly suggestion: Suggestion }) => {
  const saying = linkingOf(main, suggestion);
  const whom = identityInWords(suggestion);
  return (
    <li>
      <p>
        {suggestion.name === undefined ? '' : `${suggestion.name}, `}
        {whom}
      </p>
      {suggestion.shared.map((shared) => (
        <p key={`${shared.by} ${shared.value}`} className="quiet">
          {t('Has {shared}', { shared: sharedInWords(shared) })}
        </p>
      ))}
      {mayLink && saying && <SayForm action={t('Link')} whom={whom} of={of} saying={saying} />}
    </li>
  );
};

/** Others who share something with the customer; nothing on the page counts them. */
export const MayAlsoBe = ({ suggestions, ...about }: MayAlsoBeProps) =>
  suggestions.length === 0 ? null : (
    <div className={styles.found}>
      <h3 className={styles.heading}>{t('May also be')}</h3>
      <ul className={styles.identities} aria-label={t('May also be')}>
        {suggestions.map((suggestion) => (
          <SuggestionItem key={`${suggestion.by} ${suggestion.value}`} suggestion={suggestion} {...about} />
        ))}
      </ul>
    </div>
  );
