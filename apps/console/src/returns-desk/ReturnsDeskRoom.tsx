import { Button } from '@mantine/core';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { Page } from '../shell/Page.tsx';
import { FindOrder } from './FindOrder.tsx';
import { OrderAtDesk } from './OrderAtDesk.tsx';
import { type DeskState, deskPath } from './deskPath.ts';

/** Where goods come back over a counter: the order is found, then what came back of it is taken. */
const ReturnsDeskRoom = () => {
  const [search] = useSearchParams();
  const state = useLocation().state as DeskState | null;
  const navigate = useNavigate();
  const orderId = search.get('order');
  const next = () => void navigate(deskPath());
  return (
    <Page
      title="Returns desk"
      aside={
        orderId !== null && (
          <Button size="sm" variant="default" onClick={next}>
            Another order
          </Button>
        )
      }
    >
      {orderId === null ? (
        <FindOrder
          choose={(id, typed) => void navigate(deskPath(id), { state: { named: typed } satisfies DeskState })}
        />
      ) : (
        <OrderAtDesk key={orderId} orderId={orderId} named={state?.named} next={next} />
      )}
    </Page>
  );
};

export default ReturnsDeskRoom;
