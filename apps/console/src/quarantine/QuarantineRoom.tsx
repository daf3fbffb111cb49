import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import type { InboxMessage } from '../api/inbox.ts';
import { Answer, Empty, Loading } from '../look/Answer.tsx';
import { Panel } from '../look/Panel.tsx';
import { Page } from '../shell/Page.tsx';
import { MessageDetail } from './MessageDetail.tsx';
import { MessageList } from './MessageList.tsx';
import styles from './Quarantine.module.css';
import { messagesOf, useInbox } from './useInbox.ts';

type Inbox = ReturnType<typeof useInbox>;

/** The chosen message; further pages are read until it is found, so that a link to it always works. */
const useMessage = (inbox: Inbox, messageId: string | undefined): InboxMessage | undefined => {
  const message = messagesOf(inbox.data).find((one) => one.messageId === messageId);
  const searchOn = messageId !== undefined && message === undefined && inbox.hasNextPage && !inbox.isFetching;
  const { fetchNextPage } = inbox;
  useEffect(() => {
    if (searchOn) void fetchNextPage();
  }, [searchOn, fetchNextPage]);
  return message;
};

const Chosen = ({ inbox, messageId }: { readonly inbox: Inbox; readonly messageId: string | undefined }) => {
  const message = useMessage(inbox, messageId);
  if (message !== undefined) return <MessageDetail key={message.messageId} message={message} />;
  return (
    <Panel title="Message">
      {messageId === undefined ? (
        <Empty title="Choose a message">Its reason, its faults and what was sent appear here.</Empty>
      ) : inbox.hasNextPage ? (
        <Loading />
      ) : (
        <Empty title="This message is not in quarantine any more" />
      )}
    </Panel>
  );
};

const Both = ({ inbox, messageId }: { readonly inbox: Inbox; readonly messageId: string | undefined }) => {
  const narrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  if (messagesOf(inbox.data).length === 0 && messageId === undefined) {
    return (
      <Panel title="Messages">
        <Empty title="Nothing in quarantine">Every message that came in was applied.</Empty>
      </Panel>
    );
  }
  return (
    <div className={styles.columns}>
      {(!narrow || messageId === undefined) && <MessageList inbox={inbox} chosen={messageId} />}
      {(!narrow || messageId !== undefined) && <Chosen inbox={inbox} messageId={messageId} />}
    </div>
  );
};

const QuarantineRoom = () => {
  const { messageId } = useParams();
  const inbox = useInbox();
  const open = inbox.data?.pages[0]?.open;
  return (
    <Page
      title="Quarantine"
      above={
        messageId !== undefined && (
          <nav aria-label="Breadcrumb" className={styles.back}>
            <Link to="/quarantine">All messages</Link>
          </nav>
        )
      }
      aside={
        open !== undefined && (
          <span className="quiet">{open === 1 ? '1 message waits' : `${open} messages wait`}</span>
        )
      }
    >
      <Answer of={inbox}>{() => <Both inbox={inbox} messageId={messageId} />}</Answer>
    </Page>
  );
};

export default QuarantineRoom;
