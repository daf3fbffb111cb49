import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type TimelinePolicy, type TimelinePreview, tryTimelinePolicy } from '../api/settings.ts';
import { NotTried } from './NotTried.tsx';
import styles from './Settings.module.css';
import { rich, t } from '../words/words.ts';

const steps = (count: number): string =>
  `${count} ${t('{count, plural, one {step} other {steps}}', { count })}`;

const Outcome = ({ orders, facts, told, rules, most }: TimelinePreview) => (
  <>
    <p>
      {t('Of the newest orders ({orders}), {told} of {facts} would be told.', {
        orders,
        told,
        facts: steps(facts),
      })}
    </p>
    <ul>
      {rules.map((rule) => (
        <li key={rule.ruleId}>
          {t('{ruleId} leaves out {facts} ({share} %){types}', {
            ruleId: rule.ruleId,
            facts: rule.facts,
            share: rule.share,
            types:
              rule.types.length > 0 &&
              `: ${rule.types.map((one) => `${one.facts} × ${one.type}`).join(', ')}`,
          })}
        </li>
      ))}
    </ul>
    {most.length > 0 && (
      <>
        <p>{t('Orders of which most is left out:')}</p>
        <ul>
          {most.map((order) => (
            <li key={order.orderId}>
              {rich('{link}: {leftOut} of {facts}', {
                link: <Link to={`/orders/${encodeURIComponent(order.orderId)}`}>{order.orderId}</Link>,
                leftOut: order.leftOut,
                facts: steps(order.facts),
              })}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);

const placeOf = (pointer: string): string =>
  /^\/rules\/\d+/.test(pointer) ? t('Rule {split}: ', { split: Number(pointer.split('/')[2]) + 1 }) : '';

/** What the rules as they are entered would leave out, before they are saved. */
export const TimelineTry = ({ policy }: { readonly policy: TimelinePolicy }) => {
  const preview = useMutation({ mutationFn: tryTimelinePolicy });
  const isOfThese = JSON.stringify(preview.variables) === JSON.stringify(policy);
  return (
    <div className={styles.tried}>
      <div className={styles.foot}>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            if (!preview.isPending) preview.mutate(policy);
          }}
        >
          {t('Try on the newest orders')}
        </Button>
        <p role="status" className="quiet">
          {preview.isPending && t('Trying …')}
          {preview.isSuccess &&
            (isOfThese ? t('Tried; nothing is saved by it.') : t('Changed since it was tried.'))}
        </p>
      </div>
      {preview.isError && <NotTried error={preview.error} placeOf={placeOf} />}
      {preview.isSuccess && isOfThese && <Outcome {...preview.data} />}
    </div>
  );
};
