import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type OrderView, removeOrderView, viewsQuery } from '../api/orderViews.ts';
import { Confirm } from '../look/Confirm.tsx';
import { t } from '../words/words.ts';

interface RemoveViewProps {
  readonly view: OrderView;
  readonly close: () => void;
  readonly done: () => void;
}

/** Asks before a view is removed: others may look at it every morning. */
export const RemoveViewDialog = ({ view, close, done }: RemoveViewProps) => {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeOrderView(view.viewId),
    onSuccess: async () => {
      done();
      await client.invalidateQueries({ queryKey: viewsQuery });
    },
  });
  return (
    <Confirm
      title={t('Remove “{name}”?', { name: view.name })}
      keep={t('Keep it')}
      confirm={t('Remove')}
      takesAway
      doing={remove}
      close={close}
      go={() => remove.mutate()}
    >
      <p>
        {t('{shared} The orders stay as they are.', {
          shared: view.shared ? t('Nobody sees it any more.') : t('It is yours alone.'),
        })}
      </p>
    </Confirm>
  );
};
