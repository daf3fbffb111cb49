import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type InboxMessage, releaseMessage } from '../api/inbox.ts';
import { Failure } from '../look/Failure.tsx';
import { Panel } from '../look/Panel.tsx';
import styles from './Quarantine.module.css';
import { t } from '../words/words.ts';

/** A message that was taken in and that its service could not apply: nothing in it is corrected, it is tried again. */
export const HandOverForm = ({ message: { messageId } }: { readonly message: InboxMessage }) => {
  const client = useQueryClient();
  const release = useMutation({
    mutationFn: () => releaseMessage(messageId),
    onSettled: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  });
  return (
    <Panel title={t('Try it again')}>
      <div className={styles.stack}>
        <p className="quiet">{t('It was taken in. Once the cause is mended it can be applied.')}</p>
        <Failure of={release.error} />
        <div className={styles.actions}>
          <Button loading={release.isPending} disabled={release.isSuccess} onClick={() => release.mutate()}>
            {t('Apply it again')}
          </Button>
        </div>
      </div>
    </Panel>
  );
};
