import type { ReactNode } from 'react';
import type { InboxMessage } from '../api/inbox.ts';
import { problemOf } from '../api/problem.ts';
import { Moment } from '../figures/Moment.tsx';
import { Facts } from '../look/Facts.tsx';
import { Panel } from '../look/Panel.tsx';
import { StatusMark } from '../orders/StatusMark.tsx';
import { DismissForm } from './DismissForm.tsx';
import { FaultList } from './FaultList.tsx';
import styles from './Quarantine.module.css';
import { textOf } from './raw.ts';
import { ReleaseForm } from './ReleaseForm.tsx';
import { useWholeMessage } from './useInbox.ts';

/** What was sent, to read or to correct, once it is there whole. */
const Sent = ({ message }: { readonly message: InboxMessage }) => {
  const { raw, error } = useWholeMessage(message);
  if (error) return <p role="alert">The message could not be read: {problemOf(error).detail}</p>;
  if (raw === undefined && message.rawLength !== undefined)
    return <p role="status">Reading the whole message…</p>;
  return message.state === 'released' ? (
    <Panel title="What was sent">
      <pre className={styles.raw} tabIndex={0}>
        {textOf(raw)}
      </pre>
    </Panel>
  ) : (
    <ReleaseForm message={{ ...message, ...(raw !== undefined && { raw }) }} />
  );
};

const dismissalOf = ({ dismissed }: InboxMessage): [string, ReactNode][] =>
  dismissed === undefined
    ? []
    : [
        ['Dismissed because', dismissed.reason],
        ['Dismissed by', <code key="by">{dismissed.by}</code>],
        ['Dismissed', <Moment key="when" at={dismissed.at} />],
      ];

export const MessageDetail = ({ message }: { readonly message: InboxMessage }) => (
  <div className={styles.detail}>
    <p className="visually-hidden" role="status">
      {message.state === 'released' && 'This message was released.'}
      {message.state === 'dismissed' && 'This message was dismissed.'}
    </p>
    <Panel title={message.type ?? 'Unknown message'} aside={<StatusMark status={message.state} />}>
      <div className={styles.stack}>
        <p className={styles.why}>{message.reason}</p>
        <FaultList faults={message.faults ?? []} />
        <Facts
          facts={[
            ['Code', <code key="code">{message.code}</code>],
            ['Source', message.source],
            ['Received', <Moment key="at" at={message.receivedAt} />],
            ['Message', <code key="id">{message.messageId}</code>],
            ...dismissalOf(message),
          ]}
        />
      </div>
    </Panel>
    <Sent message={message} />
    <DismissForm message={message} />
  </div>
);
