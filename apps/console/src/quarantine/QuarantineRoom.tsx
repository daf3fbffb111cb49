import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';
import { problemOf } from '../api/problem.ts';
import { Answer, Empty } from '../look/Answer.tsx';
import { Panel } from '../look/Panel.tsx';
import { useChosen } from '../look/useChosen.ts';
import { Page } from '../shell/Page.tsx';
import { choicesOf, filterIn, searchWith, shownStates } from './filter.ts';
import { ManyForm } from './ManyForm.tsx';
import { MessageDetail } from './MessageDetail.tsx';
import { MessageList } from './MessageList.tsx';
import styles from './Quarantine.module.css';
import { messagesOf, useInbox, useMayMend, useMessage } from './useInbox.ts';
import { t } from '../words/words.ts';

type Inbox = ReturnType<typeof useInbox>;

const Open = ({ messageId }: { readonly messageId: string }) => {
  const message = useMessage(messageId);
  if (message.isError && problemOf(message.error).status === 404)
    return (
      <Panel title={t('Message')}>
        <Empty title={t('This message is not in quarantine')} />
      </Panel>
    );
  return <Answer of={message}>{(whole) => <MessageDetail message={whole} />}</Answer>;
};

const Filters = ({ inbox }: { readonly inbox: Inbox }) => {
  const [search, setSearch] = useSearchParams();
  const filter = filterIn(search);
  const messages = messagesOf(inbox.data);
  const set = (name: 'state' | 'code' | 'source') => (value: string) =>
    setSearch(searchWith(search, name, value), { replace: true });
  const choice = (name: 'code' | 'source', label: string) => (
    <NativeSelect
      label={label}
      size="xs"
      data={[{ value: '', label: t('Any') }, ...choicesOf(messages, name, filter[name])]}
      value={filter[name] ?? ''}
      onChange={({ currentTarget: { value } }) => set(name)(value)}
    />
  );
  return (
    <div className={styles.many} role="search" aria-label={t('Messages')}>
      <NativeSelect
        label={t('Show')}
        size="xs"
        data={[...shownStates]}
        value={filter.state ?? 'all'}
        onChange={({ currentTarget: { value } }) => set('state')(value)}
      />
      {choice('code', t('Fault'))}
      {choice('source', t('Source'))}
    </div>
  );
};

const Both = ({ inbox, messageId }: { readonly inbox: Inbox; readonly messageId: string | undefined }) => {
  const narrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  const { ids, choose, empty } = useChosen();
  const mayMend = useMayMend();
  const showsList = !narrow || messageId === undefined;
  return (
    <>
      {showsList && <Filters inbox={inbox} />}
      {showsList && mayMend && (
        <ManyForm chosen={messagesOf(inbox.data).filter(({ messageId: id }) => ids.has(id))} done={empty} />
      )}
      <div className={styles.columns}>
        {showsList && (
          <MessageList inbox={inbox} open={messageId} chosen={ids} choose={mayMend ? choose : undefined} />
        )}
        {messageId !== undefined ? (
          <Open key={messageId} messageId={messageId} />
        ) : (
          !narrow && (
            <Panel title={t('Message')}>
              <Empty title={t('Choose a message')}>
                {t('Its reason, its faults and what was sent appear here.')}
              </Empty>
            </Panel>
          )
        )}
      </div>
    </>
  );
};

const QuarantineRoom = () => {
  const { messageId } = useParams();
  const [search] = useSearchParams();
  const { search: asked } = useLocation();
  const inbox = useInbox(filterIn(search));
  const open = inbox.data?.pages[0]?.open;
  return (
    <Page
      title={t('Quarantine')}
      above={
        messageId !== undefined && (
          <nav aria-label={t('Breadcrumb')} className={styles.back}>
            <Link to={{ pathname: '/quarantine', search: asked }}>{t('All messages')}</Link>
          </nav>
        )
      }
      aside={
        open !== undefined && (
          <span className="quiet">
            {t('{open, plural, one {1 message waits} other {{open} messages wait}}', { open })}
          </span>
        )
      }
    >
      <Answer of={inbox}>{() => <Both inbox={inbox} messageId={messageId} />}</Answer>
    </Page>
  );
};

export default QuarantineRoom;
