import { Alert } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { orderFile } from '../api/orders.ts';
import { problemOf } from '../api/problem.ts';
import { live } from '../live/live.ts';
import { ExportButton } from '../look/ExportButton.tsx';
import { Failure } from '../look/Failure.tsx';
import { Page } from '../shell/Page.tsx';
import { useOrderViews } from '../api/orderViews.ts';
import { addressOf, asOneText, changedFrom, typedIn } from './asked.ts';
import { askFor, fieldsOf, noFields, searchOf } from './filter.ts';
import type { FilterFields } from './filter.ts';
import { FilterDrawer } from './FilterDrawer.tsx';
import { FilterFieldsForm } from './FilterFieldsForm.tsx';
import { OrderList } from './OrderList.tsx';
import styles from './OrdersRoom.module.css';
import { SearchBox } from './SearchBox.tsx';
import { asksByFields } from './query.ts';
import { useOrders } from './useOrders.ts';
import { ViewMenu } from './ViewMenu.tsx';
import { t } from '../words/words.ts';
import { part } from '../reach/part.ts';

/** It brings the grammar of what is typed, which a list of all orders does without. */
const TermChips = part(() => import('./TermChips.tsx'));

/** What of the terms that were typed cannot be read. */
const faultIn = (error: unknown): string | undefined =>
  error === null ? undefined : problemOf(error).errors?.find(({ pointer }) => pointer === '/q')?.message;

const OrdersRoom = () => {
  const [search, setSearch] = useSearchParams();
  const narrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  const fields = fieldsOf(search);
  const asked = { fields, ...typedIn(search) };
  const views = useOrderViews();
  const view = views.data?.find(({ viewId }) => viewId === asked.view);
  const q = asked.q ?? view?.q ?? '';
  const searching = view === undefined && q !== '' && !asksByFields(q);
  const orders = useOrders(q, askFor(fields), asked.view === '' || !views.isPending, view);

  const go = (next: Partial<typeof asked>) => setSearch(addressOf({ ...asked, ...next }), { replace: true });
  const filterBy = (next: FilterFields) => go({ fields: next });
  const searchFor = (text: string) => go({ q: changedFrom(view, text) });
  const open = (viewId: string) => setSearch(addressOf({ fields: noFields, view: viewId, q: undefined }));

  const { dataUpdatedAt } = orders;
  const isShort = (orders.data?.pages.length ?? 0) <= 1;
  useEffect(() => {
    if (isShort) live.seen();
  }, [dataUpdatedAt, isShort]);

  const form = <FilterFieldsForm fields={fields} change={filterBy} searching={searching} labelled={narrow} />;
  return (
    <Page title={t('Orders')}>
      <search className={styles.tools}>
        <SearchBox value={q} change={searchFor} fault={faultIn(orders.error)} />
        <ViewMenu
          views={views.data ?? []}
          current={view}
          shown={asOneText(q, searching ? noFields : fields)}
          narrow={narrow}
          open={open}
        />
        {narrow ? <FilterDrawer fields={fields}>{form}</FilterDrawer> : form}
      </search>
      {q !== '' && (
        <Suspense fallback={null}>
          <TermChips q={q} change={searchFor} />
        </Suspense>
      )}
      {asked.view !== '' && views.data && !view && (
        <Alert color="gray" variant="default" role="status" title={t('This view is not there')}>
          {t('It was removed, or it is somebody’s own. These are all orders.')}
        </Alert>
      )}
      {asked.view !== '' && <Failure of={views.error} />}
      <OrderList
        orders={orders}
        narrow={narrow}
        searched={q}
        filtered={searchOf(fields).size > 0}
        aside={
          <ExportButton
            name="orders.csv"
            counted={(rows) => t('{rows, plural, one {# order} other {# orders}}', { rows })}
            file={(signal) =>
              orderFile(
                { ...askFor(fields), ...(view?.sort && { sort: view.sort }) },
                signal,
                q === '' ? undefined : q,
                view?.zone,
              )
            }
          />
        }
      />
    </Page>
  );
};

export default OrdersRoom;
