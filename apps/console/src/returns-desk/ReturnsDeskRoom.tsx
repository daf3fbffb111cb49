import { Button } from '@mantine/core';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { Page } from '../shell/Page.tsx';
import { FindOrder } from './FindOrder.tsx';
import { OrderAtDesk } from './OrderAtDesk.tsx';
import { type DeskState, deskPath, deskPathWithoutOrder } from './deskPath.ts';
import { useMayTakeBack } from './mayTakeBack.ts';
import { WithoutOrder } from './WithoutOrder.tsx';
import { t } from '../words/words.ts';

/** Where goods come back over a counter: the order is found, then what came back of it is taken. */
const ReturnsDeskRoom = () => {
  const [search] = useSearchParams();
  const state = useLocation().state as DeskState | null;
  const navigate = useNavigate();
  const orderId = search.get('order');
  const may = useMayTakeBack();
  const isWithout = may && search.get('without') === 'order';
  const next = () => void navigate(deskPath());
  return (
    <Page
      title={t('Returns desk')}
      aside={
        (orderId !== null || isWithout) && (
          <Button size="sm" variant="default" onClick={next}>
            {t('Another order')}
          </Button>
        )
      }
    >
      {orderId === null && isWithout && <WithoutOrder next={next} />}
      {orderId === null && !isWithout && (
        <FindOrder
          without={may ? () => void navigate(deskPathWithoutOrder) : undefined}
          choose={(id, typed) => void navigate(deskPath(id), { state: { named: typed } satisfies DeskState })}
        />
      )}
      {orderId !== null && <OrderAtDesk key={orderId} orderId={orderId} named={state?.named} next={next} />}
    </Page>
  );
};

export default ReturnsDeskRoom;
