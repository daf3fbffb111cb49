import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type OrderView, removeOrderView, viewsQuery } from '../api/orderViews.ts';
import { Confirm } from '../look/Confirm.tsx';

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
      title={`Remove “${view.name}”?`}
      keep="Keep it"
      confirm="Remove"
      takesAway
      doing={remove}
      close={close}
      go={() => remove.mutate()}
    >
      <p>{view.shared ? 'Nobody sees it any more.' : 'It is yours alone.'} The orders stay as they are.</p>
    </Confirm>
  );
};
