import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type OrderView, type SavedView, saveOrderView, viewsQuery } from '../api/orderViews.ts';
import { Failure } from '../look/Failure.tsx';
import styles from './OrdersRoom.module.css';
import { t } from '../words/words.ts';

interface ViewDialogProps {
  readonly title: string;
  readonly viewId: string;
  /** As it is before something is entered. */
  readonly saved: SavedView;
  readonly close: () => void;
  readonly done: (view: OrderView) => void;
}

/** Names a view and says for whom it is. */
export const ViewDialog = ({ title, viewId, saved, close, done }: ViewDialogProps) => {
  const client = useQueryClient();
  const [name, setName] = useState(saved.name);
  const [shared, setShared] = useState(saved.shared);
  const save = useMutation({
    mutationFn: () => saveOrderView(viewId, { ...saved, name: name.trim(), shared }),
    onSuccess: async (view) => {
      await client.invalidateQueries({ queryKey: viewsQuery });
      done(view);
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      // Locking the scroll writes an inline style sheet, which the security policy forbids.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && !save.isPending) save.mutate();
        }}
      >
        <TextInput
          label={t('Name')}
          required
          data-autofocus
          maxLength={100}
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <p className={styles.shown}>
          {saved.q === '' ? t('Shows all orders.') : t('Shows {q}', { q: saved.q })}
        </p>
        <Checkbox
          label={t('For everybody')}
          description={t('Everybody who may see orders reads its name and what it asks for.')}
          checked={shared}
          onChange={({ currentTarget: { checked } }) => setShared(checked)}
        />
        <Failure of={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('Cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('Save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
};
