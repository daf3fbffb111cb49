import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type OrderView, removeOrderView, viewsQuery } from '../api/orderViews.ts';
import { Failure } from '../look/Failure.tsx';
import styles from './OrdersRoom.module.css';

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
    <Modal
      opened
      onClose={close}
      title={`Remove “${view.name}”?`}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.dialog}>
        <p>{view.shared ? 'Nobody sees it any more.' : 'It is yours alone.'} The orders stay as they are.</p>
        <Failure of={remove.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            Keep it
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            Remove
          </Button>
        </Group>
      </div>
    </Modal>
  );
};
