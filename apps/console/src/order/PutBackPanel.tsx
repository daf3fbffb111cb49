import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocationName } from '../api/locations.ts';
import { answerPutBack } from '../api/order.ts';
import type { Order, PutBack } from '../api/order.ts';
import { Failure } from '../look/Failure.tsx';
import { Panel } from '../look/Panel.tsx';
import type { Role } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';
import { itemName } from './itemName.ts';
import styles from './OrderRoom.module.css';
import { t } from '../words/words.ts';

/** Who may answer for a location: its own people, and those who ring it up. */
const answering: readonly Role[] = ['admin', 'csr', 'supervisor', 'integrator', 'associate'];

/** What locations that have picked it are asked to put back, and their answer. */
export const PutBackPanel = ({ order }: { readonly order: Order }) => {
  const { orderId, askedToPutBack = [] } = order;
  const nameOf = useLocationName();
  const may = useHasRole(answering);
  const client = useQueryClient();
  const answer = useMutation({
    mutationFn: (asked: PutBack) => answerPutBack(orderId, asked),
    onSuccess: () => client.invalidateQueries({ queryKey: ['order', orderId] }),
  });
  const asked = Map.groupBy(askedToPutBack, ({ fulfilmentId }) => fulfilmentId);
  if (asked.size === 0) return null;
  return (
    <Panel title={t('To be put back')} flush>
      <ul className={styles.list}>
        {[...asked].map(([fulfilmentId, lines]) => (
          <li key={fulfilmentId}>
            <p>
              {t('{location} has picked it and is asked to put back {lines}.', {
                location: nameOf(lines[0]!.location),
                lines: lines.map((line) => `${line.quantity} × ${itemName(order, line)}`).join(', '),
              })}
            </p>
            {may && (
              <Button.Group>
                <Button
                  size="xs"
                  loading={answer.isPending}
                  onClick={() => answer.mutate({ fulfilmentId, outcome: 'put-back' })}
                >
                  {t('It is put back')}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  disabled={answer.isPending}
                  onClick={() => answer.mutate({ fulfilmentId, outcome: 'too-late' })}
                >
                  {t('Too late')}
                </Button>
              </Button.Group>
            )}
          </li>
        ))}
      </ul>
      <Failure of={answer.error} />
    </Panel>
  );
};
