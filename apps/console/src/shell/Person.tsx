import { ActionIcon } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { actorWords } from '../people/actorWords.ts';
import { signOut } from '../sign-in/signing.ts';
import { useIdentity } from '../sign-in/useSession.ts';
import styles from './Person.module.css';
import { t } from '../words/words.ts';

/** Who is signed in, and the way out. */
export const Person = () => {
  const { data } = useIdentity();
  return (
    <div className={styles.person}>
      <div className={styles.who}>
        <div className={styles.name}>{data?.name}</div>
        <div className={styles.role}>{data && actorWords.roles[data.role]}</div>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('Sign out')}
        title={t('Sign out')}
        onClick={() => void signOut()}
      >
        <IconLogout size={17} stroke={1.6} aria-hidden />
      </ActionIcon>
    </div>
  );
};
