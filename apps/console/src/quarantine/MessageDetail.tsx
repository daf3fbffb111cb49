import type { ReactNode } from 'react';
import type { InboxMessage } from '../api/inbox.ts';
import { Moment } from '../figures/Moment.tsx';
import { Facts } from '../look/Facts.tsx';
import { Panel } from '../look/Panel.tsx';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Actor } from '../people/Actor.tsx';
import { DismissForm } from './DismissForm.tsx';
import { FaultList } from './FaultList.tsx';
import { HandOverForm } from './HandOverForm.tsx';
import styles from './Quarantine.module.css';
import { textOf } from './raw.ts';
import { ReleaseForm } from './ReleaseForm.tsx';
import { ReleasedPanel } from './ReleasedPanel.tsx';
import { useMayMend } from './useInbox.ts';
import { t } from '../words/words.ts';

/** What came, as it came. */
const Sent = ({ raw }: { readonly raw: string | undefined }) =>
  raw === undefined ? null : (
    <Panel title={t('What was sent')}>
      <pre className={styles.raw} tabIndex={0}>
        {textOf(raw)}
      </pre>
    </Panel>
  );

const dismissalOf = ({ dismissed }: InboxMessage): [string, ReactNode][] =>
  dismissed === undefined
    ? []
    : [
        [t('Dismissed because'), dismissed.reason],
        [t('Dismissed by'), <Actor key="by" of={dismissed.by} />],
        [t('Dismissed'), <Moment key="when" at={dismissed.at} />],
      ];

/** What may be done with it by whoever is signed in. */
const Mending = ({ message }: { readonly message: InboxMessage }) => {
  const mayMend = useMayMend();
  if (message.state === 'released' || !mayMend) return <Sent raw={message.raw} />;
  if (message.parked) return <HandOverForm message={message} />;
  return <ReleaseForm message={message} />;
};

export const MessageDetail = ({ message }: { readonly message: InboxMessage }) => {
  const mayMend = useMayMend();
  const { state, released, faults } = message;
  return (
    <div className={styles.detail}>
      <p className="visually-hidden" role="status">
        {state === 'released' && t('This message was released.')}
        {state === 'dismissed' && t('This message was dismissed.')}
      </p>
      <Panel title={message.type ?? t('Unknown message')} aside={<StatusMark status={state} />}>
        <div className={styles.stack}>
          <p className={styles.why}>{message.reason}</p>
          {/* Where it can be mended each fault stands beside its field. */}
          {(state === 'released' || !mayMend) && <FaultList faults={faults} />}
          <Facts
            facts={[
              [t('Code'), <code key="code">{message.code}</code>],
              [t('Source'), message.source],
              [t('Received'), <Moment key="at" at={message.receivedAt} />],
              [t('Message'), <code key="id">{message.messageId}</code>],
              ...dismissalOf(message),
            ]}
          />
        </div>
      </Panel>
      {released && <ReleasedPanel released={released} />}
      <Mending message={message} />
      {mayMend && !message.parked && <DismissForm message={message} />}
    </div>
  );
};
