import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { newKey } from '../api/newKey.ts';
import type { OrderView } from '../api/orderViews.ts';
import { useIdentity } from '../sign-in/useSession.ts';
import type { asOneText } from './asked.ts';
import styles from './OrdersRoom.module.css';
import { RemoveViewDialog } from './RemoveViewDialog.tsx';
import { ViewDialog } from './ViewDialog.tsx';
import { t } from '../words/words.ts';

interface ViewMenuProps {
  readonly views: readonly OrderView[];
  /** The one that is open. */
  readonly current: OrderView | undefined;
  /** What is shown now: it is what a view would be saved of. */
  readonly shown: ReturnType<typeof asOneText>;
  readonly narrow: boolean;
  /** Opens a view as it was saved, or all orders. */
  readonly open: (viewId: string) => void;
}

type Doing = 'new' | 'rename' | 'change' | 'remove';

/** Shared ones are looked after by ops and admins, too. */
const useMayChange = (view: OrderView | undefined): boolean => {
  const role = useIdentity().data?.role ?? '';
  return view !== undefined && (view.isMine || role === 'admin' || (view.shared && role === 'ops'));
};

/** What is to be saved when something is done. */
const savedBy = (doing: Doing, current: OrderView | undefined, text: string) => {
  const { name = '', q = text, zone, sort, shared = false } = current ?? {};
  return {
    name: doing === 'new' ? '' : name,
    q: doing === 'rename' ? q : text,
    ...(zone !== undefined && { zone }),
    ...(sort && { sort }),
    shared: doing === 'new' ? false : shared,
  };
};

const titles = { new: t('Save view'), rename: t('Rename view'), change: t('Save changes') };

const Dialog = ({
  doing,
  close,
  current,
  shown,
  open,
}: Omit<ViewMenuProps, 'views' | 'narrow'> & { readonly doing: Doing; readonly close: () => void }) => {
  const [fresh] = useState(newKey);
  const done = (viewId: string) => {
    close();
    open(viewId);
  };
  if (doing === 'remove')
    return current && <RemoveViewDialog view={current} close={close} done={() => done('')} />;
  return (
    <ViewDialog
      title={titles[doing]}
      viewId={doing === 'new' || !current ? fresh : current.viewId}
      saved={savedBy(doing, current, 'text' in shown ? shown.text : '')}
      close={close}
      done={({ viewId }) => done(viewId)}
    />
  );
};

const Named = ({
  views,
  title,
  current,
  open,
}: Pick<ViewMenuProps, 'views' | 'current' | 'open'> & { readonly title: string }) =>
  views.length > 0 && (
    <>
      <Menu.Label>{title}</Menu.Label>
      {views.map(({ viewId, name }) => (
        <Menu.Item
          key={viewId}
          aria-current={viewId === current?.viewId ? 'true' : undefined}
          leftSection={viewId === current?.viewId && <IconCheck size={16} aria-hidden />}
          onClick={() => open(viewId)}
        >
          {name}
        </Menu.Item>
      ))}
    </>
  );

export const ViewMenu = ({ views, current, shown, narrow, open }: ViewMenuProps) => {
  const [doing, setDoing] = useState<Doing>();
  const mayChange = useMayChange(current);
  const twice = 'twice' in shown ? shown.twice : [];
  const isChanged = 'text' in shown && current !== undefined && shown.text !== current.q;
  return (
    <>
      <Menu
        position="bottom-end"
        width={280}
        withInitialFocusPlaceholder={false}
        transitionProps={{ duration: 0 }}
      >
        <Menu.Target>
          <Button
            variant="default"
            className={styles.views ?? ''}
            aria-label={current ? t('Views, {name} is open', { name: current.name }) : t('Views')}
            leftSection={!narrow && <IconBookmark size={16} stroke={1.6} aria-hidden />}
          >
            {narrow ? <IconBookmark size={16} stroke={1.6} aria-hidden /> : (current?.name ?? t('Views'))}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu ?? ''}>
          <Named
            title={t('For everybody')}
            views={views.filter(({ shared }) => shared)}
            {...{ current, open }}
          />
          <Named title={t('Mine')} views={views.filter(({ shared }) => !shared)} {...{ current, open }} />
          {views.length > 0 && <Menu.Divider />}
          {current && <Menu.Item onClick={() => open('')}>{t('Close the view')}</Menu.Item>}
          {twice.length === 0 && <Menu.Item onClick={() => setDoing('new')}>{t('Save view …')}</Menu.Item>}
          {twice.length > 0 && (
            <Menu.Label>
              {t('Saved once {twice} stands in the search or in the filters, not in both.', {
                twice: twice.join(', '),
              })}
            </Menu.Label>
          )}
          {mayChange && isChanged && (
            <Menu.Item onClick={() => setDoing('change')}>{t('Save changes …')}</Menu.Item>
          )}
          {mayChange && <Menu.Item onClick={() => setDoing('rename')}>{t('Rename …')}</Menu.Item>}
          {mayChange && <Menu.Item onClick={() => setDoing('remove')}>{t('Remove …')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {doing && <Dialog {...{ doing, current, shown, open }} close={() => setDoing(undefined)} />}
    </>
  );
};
