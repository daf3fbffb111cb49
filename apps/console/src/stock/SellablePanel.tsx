import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocationName } from '../api/locations.ts';
import type { Sellable } from '../api/stock.ts';
import { Answer } from '../look/Answer.tsx';
import { Panel } from '../look/Panel.tsx';
import room from '../order/OrderRoom.module.css';
import styles from './Stock.module.css';
import { useSellable } from './useStock.ts';
import { notSoldInWords, sellableInWords } from './words.ts';
import { t, within } from '../words/words.ts';
import { formatCount } from '../figures/count.ts';

const ChannelField = ({
  channel,
  ask,
}: {
  readonly channel: string;
  readonly ask: (channel: string) => void;
}) => {
  const [text, setText] = useState(channel);
  return (
    <form
      className={styles.moment}
      onSubmit={(event) => {
        event.preventDefault();
        ask(text.trim());
      }}
    >
      <TextInput
        label={t('As this channel is told')}
        size="xs"
        placeholder={t('any channel')}
        autoComplete="off"
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <Button type="submit" size="xs" variant="default">
        {t('Ask')}
      </Button>
    </form>
  );
};

const Places = ({ of: { locations, notSold = [] } }: { readonly of: Sellable }) => {
  const nameOf = useLocationName();
  return (
    <ul className={room.list} aria-label={t('What can be sold, by location')}>
      {locations.map(({ location, available, keptBack }) => (
        <li key={location}>
          <div className={room.between}>
            <span>{nameOf(location)}</span>
            <span>
              {formatCount(available)}
              {keptBack !== undefined && (
                <span className="quiet">
                  {' '}
                  {t('· {keptBack} kept back', { keptBack: formatCount(keptBack) })}
                </span>
              )}
            </span>
          </div>
        </li>
      ))}
      {notSold.map(({ location, available, why }) => (
        <li key={location}>
          <div className={room.between}>
            <span>{nameOf(location)}</span>
            <span className="quiet">
              {t('{available} not counted: {why}', {
                available: formatCount(available),
                why: within(notSoldInWords(why)),
              })}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
};

interface SellableProps {
  readonly sku: string;
  /** Empty where none is named. */
  readonly channel: string;
  readonly ask: (channel: string) => void;
}

/** What can be sold now, in all or as a channel is told. */
export const SellablePanel = ({ sku, channel, ask }: SellableProps) => {
  const sellable = useSellable(sku, channel === '' ? undefined : channel);
  return (
    <Panel title={t('What can be sold')} flush>
      <div className={styles.inset}>
        <ChannelField key={channel} channel={channel} ask={ask} />
        <p role="status" className={styles.told}>
          {sellable.data && sellableInWords(sellable.data)}
        </p>
      </div>
      <Answer of={sellable}>{(of) => of && <Places of={of} />}</Answer>
    </Panel>
  );
};
