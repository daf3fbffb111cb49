import { Button } from '@mantine/core';
import { useState } from 'react';
import type { InboxMessage } from '../api/inbox.ts';
import { Answer, Empty } from '../look/Answer.tsx';
import { ChooseAll } from '../look/ChooseAll.tsx';
import { Confirm } from '../look/Confirm.tsx';
import { LoadMore } from '../look/LoadMore.tsx';
import { Panel } from '../look/Panel.tsx';
import { useChosen } from '../look/useChosen.ts';
import { useMaySet } from '../sign-in/useMaySet.ts';
import styles from './Admin.module.css';
import { DeadLetter } from './DeadLetter.tsx';
import { HandedPanel } from './HandedPanel.tsx';
import { useDeadLetters, useHandAgain } from './useDeadLetters.ts';
import { t } from '../words/words.ts';

const countOf = (letters: number): string =>
  t('{letters, plural, one {1 dead letter} other {{letters} dead letters}}', { letters });

interface ListProps {
  readonly letters: readonly InboxMessage[];
  readonly hand: ReturnType<typeof useHandAgain>;
}

/** For those who may: letters are chosen, and handed to their groups again once that is confirmed. */
const Choosing = ({ letters, hand }: ListProps) => {
  const { ids: chosen, choose, empty } = useChosen();
  const [asks, setAsks] = useState(false);
  const those = letters.filter(({ messageId }) => chosen.has(messageId));
  const go = () =>
    hand.mutate(those, {
      onSuccess: () => {
        setAsks(false);
        empty();
      },
    });
  return (
    <>
      <div className={styles.do}>
        <ChooseAll ids={letters.map(({ messageId }) => messageId)} chosen={chosen} choose={choose} />
        <Button size="xs" disabled={those.length === 0} onClick={() => setAsks(true)}>
          {those.length === 0 ? t('Try again') : t('Try {those} again', { those: countOf(those.length) })}
        </Button>
      </div>
      <ul>
        {letters.map((letter) => (
          <DeadLetter
            key={letter.messageId}
            letter={letter}
            chosen={chosen.has(letter.messageId)}
            choose={(isChosen) => choose([letter.messageId], isChosen)}
          />
        ))}
      </ul>
      {asks && (
        <Confirm
          title={t('Try {those} again?', { those: countOf(those.length) })}
          keep={t('Not now')}
          confirm={t('Try again')}
          doing={hand}
          close={() => setAsks(false)}
          go={go}
        >
          <p>
            {t(
              'Each is handed to its group once more. What is applied is not taken back; what fails again stays here.',
            )}
          </p>
        </Confirm>
      )}
    </>
  );
};

const List = ({ letters, hand }: ListProps) => {
  const mayHand = useMaySet();
  if (letters.length === 0)
    return <Empty title={t('No dead letter')}>{t('Every group could apply what it was handed.')}</Empty>;
  if (mayHand) return <Choosing letters={letters} hand={hand} />;
  return (
    <ul>
      {letters.map((letter) => (
        <DeadLetter key={letter.messageId} letter={letter} />
      ))}
    </ul>
  );
};

/** What groups gave up on, each with why. It was taken in, so a service owes it an answer: it is tried again, never dropped. */
export const DeadLettersPanel = () => {
  const listed = useDeadLetters();
  const hand = useHandAgain();
  const letters = listed.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {hand.isSuccess && <HandedPanel results={hand.data} />}
      <Panel title={t('Dead letters, newest first')} flush>
        <Answer of={listed}>{() => <List letters={letters} hand={hand} />}</Answer>
        <LoadMore of={listed} />
      </Panel>
    </>
  );
};
