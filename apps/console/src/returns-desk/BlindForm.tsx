import { Button, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { newKey } from '../api/newKey.ts';
import { problemOf } from '../api/problem.ts';
import { type Disposition, type UnmatchedReturn, receiveBlindReturn } from '../api/take-back.ts';
import { Panel } from '../look/Panel.tsx';
import { StoreSelect } from '../order/StoreSelect.tsx';
import {
  type BlindDraft,
  type BlindGood,
  emptyBlind,
  isGivenFor,
  lackingBlind,
  receivingBlind,
  waysToGive,
  withBlindGood,
  withBlindPart,
} from './blind.ts';
import { dispositions } from './draft.ts';
import { FindGoods } from './FindGoods.tsx';
import { ReasonSelect } from './ReasonSelect.tsx';
import { Refused } from './Refused.tsx';
import { SerialsInput } from './SerialsInput.tsx';
import styles from './ReturnsDesk.module.css';
import { Stepper } from './Stepper.tsx';
import { useDeskStore } from './useDeskStore.ts';
import { useOnce } from '../api/useOnce.ts';
import { t } from '../words/words.ts';

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** At most so many units of a good are counted at once. */
const mostUnits = 10_000;

interface GoodEntryProps {
  readonly good: BlindGood;
  readonly currency: string;
  readonly set: (part: Partial<BlindGood>) => void;
}

const GoodEntry = ({ good, currency, set }: GoodEntryProps) => {
  const name = good.name ?? good.sku;
  return (
    <li className={styles.line}>
      <div role="group" aria-label={name} className={styles.entry}>
        <div>
          <div className={styles.name}>{name}</div>
          {good.name !== undefined && <div className="quiet">{good.sku}</div>}
        </div>
        <div className={styles.part}>
          <Stepper name={name} units={good.units} most={mostUnits} set={(units) => set({ units })} />
          <NativeSelect
            className={styles.disposition ?? ''}
            label={t('What becomes of it')}
            size="md"
            data={optionsOf(dispositions)}
            value={good.disposition}
            onChange={({ currentTarget: { value } }) => set({ disposition: value as Disposition })}
          />
        </div>
        <ReasonSelect reason={good.reason} choose={(reason) => set({ reason })} />
        <SerialsInput typed={good.serials} type={(serials) => set({ serials })} />
        <TextInput
          label={t('Given for it, {currency}', { currency })}
          description={t('Leave it empty where nothing was.')}
          size="md"
          inputMode="decimal"
          maxLength={20}
          value={good.given}
          onChange={({ currentTarget: { value } }) => set({ given: value })}
        />
      </div>
    </li>
  );
};

interface EntryProps {
  readonly draft: BlindDraft;
  readonly change: (next: (now: BlindDraft) => BlindDraft) => void;
}

/** How it was given, who brought it, and what was seen. */
const Beside = ({ draft, change }: EntryProps) => {
  const text = (part: 'broughtBy' | 'note') => ({
    size: 'md' as const,
    maxLength: 300,
    value: draft[part],
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      change((now) => ({ ...now, [part]: value })),
  });
  return (
    <>
      <div className={styles.part}>
        <TextInput
          label={t('Currency')}
          size="md"
          maxLength={3}
          value={draft.currency}
          onChange={({ currentTarget: { value } }) =>
            change((now) => ({ ...now, currency: value.toUpperCase() }))
          }
        />
        {isGivenFor(draft) && (
          <NativeSelect
            className={styles.disposition ?? ''}
            label={t('How it was given')}
            size="md"
            data={optionsOf(waysToGive)}
            value={draft.givenAs}
            onChange={({ currentTarget: { value } }) => change((now) => ({ ...now, givenAs: value }))}
          />
        )}
      </div>
      <TextInput label={t('Who brought it')} {...text('broughtBy')} />
      <Textarea label={t('Note')} autosize {...text('note')} />
    </>
  );
};

/** Takes goods back whose order nobody finds. */
export const BlindForm = ({ done }: { readonly done: (answer: UnmatchedReturn) => void }) => {
  const [store, chooseStore] = useDeskStore();
  const [draft, setDraft] = useState(emptyBlind);
  // One name as long as the form is open: goods whose answer was lost do not come back twice.
  const [returnId] = useState(() => `desk-${newKey().slice(0, 10)}`);
  const send = useOnce(returnId, receiveBlindReturn);
  const change: EntryProps['change'] = (next) => {
    send.reset();
    setDraft(next);
  };
  const lacks = lackingBlind(draft) ?? (store === null ? t('Choose the store where they are.') : undefined);
  const isToRepeat = send.isError && problemOf(send.error).retryable;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (lacks === undefined && store !== null)
          send.mutate(receivingBlind(draft, store, returnId), { onSuccess: done });
      }}
    >
      <Panel title={t('What came back')} flush>
        <FindGoods label={t('Find goods')} add={(good) => change((now) => withBlindGood(now, good))} />
        <ul aria-label={t('Goods that came back')}>
          {draft.goods.map((good) => (
            <GoodEntry
              key={good.sku}
              good={good}
              currency={draft.currency}
              set={(part) => change((now) => withBlindPart(now, good.sku, part))}
            />
          ))}
        </ul>
      </Panel>
      <StoreSelect place={store} choose={chooseStore} size="md" />
      <Beside draft={draft} change={change} />
      <Refused error={send.error} />
      <Button type="submit" size="lg" fullWidth disabled={lacks !== undefined} loading={send.isPending}>
        {isToRepeat ? t('Try again') : t('Take it back')}
      </Button>
      <p role="status" className="quiet">
        {lacks}
      </p>
    </form>
  );
};
