import { NativeSelect, TextInput } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import type { TradeFigure } from '../api/trade.ts';
import { Answer, Empty } from '../look/Answer.tsx';
import { Panel } from '../look/Panel.tsx';
import { Page } from '../shell/Page.tsx';
import { currenciesOf, daysBefore, figureWords, figures, isFigure } from './figures.ts';
import styles from './Trade.module.css';
import { TradePanel } from './TradePanel.tsx';
import { useMayReport, useTrade } from './useTrade.ts';
import { t } from '../words/words.ts';

/** Days that are shown where nobody says, today among them. */
const usualDays = 30;

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly figure: TradeFigure;
  readonly currency: string;
}

/** What is asked for stands in the address, which is one to hand on. */
const useAsked = (): readonly [Asked, (change: Partial<Asked>) => void] => {
  const [search, setSearch] = useSearchParams();
  const today = new Date().toISOString().slice(0, 10);
  const figure = search.get('figure');
  const asked = {
    from: search.get('from') ?? daysBefore(today, usualDays - 1),
    to: search.get('to') ?? today,
    figure: isFigure(figure) ? figure : 'valueOrdered',
    currency: search.get('currency') ?? '',
  };
  const ask = (change: Partial<Asked>) =>
    setSearch((before) => new URLSearchParams({ ...Object.fromEntries(before), ...change }), {
      replace: true,
    });
  return [asked, ask];
};

const Trade = () => {
  const [{ from, to, figure, currency }, ask] = useAsked();
  const answer = useTrade(from, to);
  const currencies = currenciesOf(answer.data?.items ?? []);
  const shown = currencies.includes(currency) ? currency : (currencies[0] ?? '');
  return (
    <>
      <Panel title={t('Which days')}>
        <div className={styles.fields}>
          <TextInput
            type="date"
            label={t('From')}
            value={from}
            onChange={({ currentTarget: { value } }) => ask({ from: value })}
          />
          <TextInput
            type="date"
            label={t('To')}
            value={to}
            onChange={({ currentTarget: { value } }) => ask({ to: value })}
          />
          <NativeSelect
            label={t('Figure')}
            value={figure}
            onChange={({ currentTarget: { value } }) => isFigure(value) && ask({ figure: value })}
            data={figures.map((value) => ({ value, label: figureWords[value] }))}
          />
          {currencies.length > 1 && (
            <NativeSelect
              label={t('Currency')}
              value={shown}
              onChange={({ currentTarget: { value } }) => ask({ currency: value })}
              data={currencies}
            />
          )}
        </div>
      </Panel>
      {from === '' || to === '' ? (
        <Empty title={t('Say from which day to which')} />
      ) : (
        <Answer of={answer} rows={6}>
          {({ items, closes }) => (
            <TradePanel
              rows={items.filter((row) => row.currency === shown)}
              figure={figure}
              currency={shown}
              closes={closes}
            />
          )}
        </Answer>
      )}
    </>
  );
};

const Above = () => (
  <nav aria-label={t('Breadcrumb')} className={styles.back}>
    <Link to="/overview">{t('Overview')}</Link>
  </nav>
);

/** Trade by business date, as it was reported and as it is corrected. */
const TradeRoom = () => {
  const mayReport = useMayReport();
  return (
    <Page title={t('Trade')} above={<Above />}>
      {mayReport === false && (
        <Empty title={t('You cannot see trade by day')}>{t('Operations and analysts can.')}</Empty>
      )}
      {mayReport && <Trade />}
    </Page>
  );
};

export default TradeRoom;
