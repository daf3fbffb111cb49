import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Saying, sayWhoIsWho } from '../api/customerLinks.ts';
import { useOnceAbout } from '../api/useOnce.ts';
import { Failure } from '../look/Failure.tsx';
import styles from './Customer.module.css';
import { t } from '../words/words.ts';

interface SayFormProps {
  /** What is said: one word or two, on the buttons. */
  readonly action: string;
  /** Whom it is about, for those who hear the button. */
  readonly whom: string;
  /** By which the customer is shown. */
  readonly of: string;
  readonly saying: (why: string) => Saying;
}

/** A button that asks for the reason before it says who is, or is not, the same person. */
export const SayForm = ({ action, whom, of, saying }: SayFormProps) => {
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  const say = useOnceAbout(['customer', of], (asked: Saying, key) => sayWhoIsWho(of, asked, key));
  return (
    <div className={styles.say}>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`${action}: ${whom}`}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {action}
      </Button>
      {open && (
        <form
          className={styles.reason}
          aria-label={`${action}: ${whom}`}
          onSubmit={(event) => {
            event.preventDefault();
            say.mutate(saying(why.trim()));
          }}
        >
          <TextInput
            label={t('Reason')}
            description={t('Kept, with who gave it.')}
            size="xs"
            required
            maxLength={500}
            value={why}
            onChange={({ currentTarget: { value } }) => setWhy(value)}
          />
          <Failure of={say.error} />
          <Button type="submit" size="xs" disabled={why.trim() === ''} loading={say.isPending}>
            {t('Save')}
          </Button>
        </form>
      )}
    </div>
  );
};
