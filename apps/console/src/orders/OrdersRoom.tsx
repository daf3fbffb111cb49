import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { problemOf } from '../api/problem.ts';
import { live } from '../live/live.ts';
import { Page } from '../shell/Page.tsx';
import { askFor, fieldsOf, searchOf } from './filter.ts';
import type { FilterFields } from './filter.ts';
import { FilterDrawer } from './FilterDrawer.tsx';
import { FilterFieldsForm } from './FilterFieldsForm.tsx';
import { OrderList } from './OrderList.tsx';
import styles from './OrdersRoom.module.css';
import { SearchBox } from './SearchBox.tsx';
import { asksByFields } from './query.ts';
import { useOrders } from './useOrders.ts';

/** What of the terms that were typed cannot be read. */
const faultIn = (error: unknown): string | undefined =>
  error === null ? undefined : problemOf(error).errors?.find(({ pointer }) => pointer === '/q')?.message;

const OrdersRoom = () => {
  const [search, setSearch] = useSearchParams();
  const narrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  const q = (search.get('q') ?? '').trim();
  const fields = fieldsOf(search);
  const searching = q !== '' && !asksByFields(q);
  const orders = useOrders(q, askFor(fields));

  const filterBy = (next: FilterFields) => setSearch(searchOf(next), { replace: true });
  const searchFor = (text: string) => {
    const next = searchOf(fields);
    if (text !== '') next.set('q', text);
    setSearch(next, { replace: true });
  };

  const { dataUpdatedAt } = orders;
  const isShort = (orders.data?.pages.length ?? 0) <= 1;
  useEffect(() => {
    if (isShort) live.seen();
  }, [dataUpdatedAt, isShort]);

  const form = <FilterFieldsForm fields={fields} change={filterBy} searching={searching} labelled={narrow} />;
  return (
    <Page title="Orders">
      <search className={styles.tools}>
        <SearchBox value={q} change={searchFor} fault={faultIn(orders.error)} />
        {narrow ? <FilterDrawer fields={fields}>{form}</FilterDrawer> : form}
      </search>
      <OrderList orders={orders} narrow={narrow} searched={q} filtered={searchOf(fields).size > 0} />
    </Page>
  );
};

export default OrdersRoom;
