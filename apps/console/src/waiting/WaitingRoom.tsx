import { Answer, Empty } from '../look/Answer.tsx';
import { LoadMore } from '../look/LoadMore.tsx';
import { Panel } from '../look/Panel.tsx';
import { Page } from '../shell/Page.tsx';
import { UnknownNames } from './UnknownNames.tsx';
import { useWaiting } from './useWaiting.ts';
import { WaitingList } from './WaitingList.tsx';
import { t } from '../words/words.ts';

const WaitingRoom = () => {
  const waiting = useWaiting();
  const items = waiting.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('Waiting messages')}>
      <p className="quiet">
        {t('Messages that came before what they need. Each is applied once that is told.')}
      </p>
      <Panel title={t('Longest waiting first')} flush>
        <Answer of={waiting}>
          {() =>
            items.length === 0 ? (
              <Empty title={t('Nothing waits')}>{t('Every message found what it speaks of.')}</Empty>
            ) : (
              <WaitingList items={items} />
            )
          }
        </Answer>
        <LoadMore of={waiting} />
      </Panel>
      <UnknownNames />
    </Page>
  );
};

export default WaitingRoom;
