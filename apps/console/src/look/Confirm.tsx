import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import styles from './Confirm.module.css';
import { Failure } from './Failure.tsx';
import { t } from '../words/words.ts';

interface ConfirmProps {
  /** What is about to be done, as a question. */
  readonly title: string;
  /** What comes of it. */
  readonly children: ReactNode;
  /** The way back, which has the focus. */
  readonly keep: string;
  readonly confirm: string;
  /** Whether something is lost by it. */
  readonly takesAway?: boolean;
  /** It is being done, or why it was not. */
  readonly doing: { readonly isPending: boolean; readonly error: unknown };
  readonly close: () => void;
  readonly go: () => void;
}

/** Gives the focus back to what was pressed: the dialog is taken out as it closes, which leaves it nowhere. */
const useFocusBack = (): void => {
  const [pressed] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (pressed instanceof HTMLElement) pressed.focus();
    },
    [pressed],
  );
};

/** Asks before what is hard to undo. */
export const Confirm = ({ title, children, keep, confirm, takesAway, doing, close, go }: ConfirmProps) => {
  useFocusBack();
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <div className={styles.dialog}>
        {children}
        <Failure of={doing.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {keep}
          </Button>
          <Button {...(takesAway && { color: 'red' })} loading={doing.isPending} onClick={go}>
            {confirm}
          </Button>
        </Group>
      </div>
    </Modal>
  );
};
