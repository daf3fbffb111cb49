import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { Order } from '../api/order.ts';
import { type ExpectedReturn, callOffReturn } from '../api/take-back.ts';
import { type DeskState, deskPath } from '../returns-desk/deskPath.ts';
import { ExpectedFacts } from '../returns-desk/ExpectedFacts.tsx';
import { useMayTakeBack } from '../returns-desk/mayTakeBack.ts';
import { Refused } from '../returns-desk/Refused.tsx';
import deskStyles from '../returns-desk/ReturnsDesk.module.css';
import { useOnce } from '../api/useOnce.ts';
import { t } from '../words/words.ts';

interface ExpectedProps {
  readonly order: Order;
  readonly expected: ExpectedReturn;
}

/** What may become of an expected return: it is at the desk, or is not to come any more. */
const Actions = ({ order: { orderId }, expected: { returnId } }: ExpectedProps) => {
  const callOff = useOnce(orderId, (id: string, key) => callOffReturn(orderId, id, key));
  return (
    <>
      <div className={deskStyles.actions}>
        <Button
          component={Link}
          to={deskPath(orderId)}
          state={{ named: returnId } satisfies DeskState}
          size="xs"
          variant="default"
          aria-label={t('Take it back: {returnId}', { returnId })}
        >
          {t('Take it back')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={t('Call off {returnId}', { returnId })}
          loading={callOff.isPending}
          onClick={() => callOff.mutate(returnId)}
        >
          {t('Call off')}
        </Button>
      </div>
      <Refused error={callOff.error} />
    </>
  );
};

/** Returns that were authorised and did not come back yet, as items of a list. */
export const ExpectedReturns = ({ order }: { readonly order: Order }) => {
  const may = useMayTakeBack();
  return (order.expectedReturns ?? []).map((expected) => (
    <li key={expected.returnId}>
      <ExpectedFacts order={order} expected={expected} />
      {may && <Actions order={order} expected={expected} />}
    </li>
  ));
};
