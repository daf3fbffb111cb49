import { Answer, Empty } from '../look/Answer.tsx';
import { LoadMore } from '../look/LoadMore.tsx';
import { Panel } from '../look/Panel.tsx';
import { Page } from '../shell/Page.tsx';
import { UnknownNames } from './UnknownNames.tsx';
import { useWaiting } from './useWaiting.ts';
import { WaitingList } from './WaitingList.tsx';

const WaitingRoom = () => {
  const waiting = useWaiting();
  const items = waiting.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title="Waiting messages">
      <p className="quiet">Messages that came before what they need. Each is applied once that is told.</p>
      <Panel title="Longest waiting first" flush>
        <Answer of={waiting}>
          {() =>
            items.length === 0 ? (
              <Empty title="Nothing waits">Every message found what it speaks of.</Empty>
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
