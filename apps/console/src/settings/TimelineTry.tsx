import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type TimelinePolicy, type TimelinePreview, tryTimelinePolicy } from '../api/settings.ts';
import { NotTried } from './NotTried.tsx';
import styles from './Settings.module.css';

const steps = (count: number): string => `${count} ${count === 1 ? 'step' : 'steps'}`;

const Outcome = ({ orders, facts, told, rules, most }: TimelinePreview) => (
  <>
    <p>
      Of the newest orders ({orders}), {told} of {steps(facts)} would be told.
    </p>
    <ul>
      {rules.map((rule) => (
        <li key={rule.ruleId}>
          {rule.ruleId} leaves out {rule.facts} ({rule.share} %)
          {rule.types.length > 0 && `: ${rule.types.map((one) => `${one.facts} × ${one.type}`).join(', ')}`}
        </li>
      ))}
    </ul>
    {most.length > 0 && (
      <>
        <p>Orders of which most is left out:</p>
        <ul>
          {most.map((order) => (
            <li key={order.orderId}>
              <Link to={`/orders/${encodeURIComponent(order.orderId)}`}>{order.orderId}</Link>:{' '}
              {order.leftOut} of {steps(order.facts)}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);

const placeOf = (pointer: string): string =>
  /^\/rules\/\d+/.test(pointer) ? `Rule ${Number(pointer.split('/')[2]) + 1}: ` : '';

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
          Try on the newest orders
        </Button>
        <p role="status" className="quiet">
          {preview.isPending && 'Trying …'}
          {preview.isSuccess &&
            (isOfThese ? 'Tried; nothing is saved by it.' : 'Changed since it was tried.')}
        </p>
      </div>
      {preview.isError && <NotTried error={preview.error} placeOf={placeOf} />}
      {preview.isSuccess && isOfThese && <Outcome {...preview.data} />}
    </div>
  );
};
