import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { closeProposal } from '../api/change.ts';
import type { Order } from '../api/order.ts';
import { formatMoney } from '../figures/money.ts';
import { Moment } from '../figures/Moment.tsx';
import { Failure } from '../look/Failure.tsx';
import { Panel } from '../look/Panel.tsx';
import { useIdentity } from '../sign-in/useSession.ts';
import styles from './OrderRoom.module.css';
import { rich, t } from '../words/words.ts';

type Proposal = NonNullable<Order['proposals']>[number];
type Closing = 'approve' | 'refuse';

/** Roles that may make a change that waits, or refuse it. */
const supervisors = ['admin', 'ops', 'supervisor'];

const differenceOf = ({ difference }: Proposal, currency: string): string => {
  if (difference === 0) return t('Nothing more or less would be due.');
  const amount = formatMoney(Math.abs(difference), currency);
  return difference > 0
    ? t('{amount} more would be due.', { amount })
    : t('{amount} less would be due.', { amount });
};

const CloseForm = ({ orderId, proposalId }: { readonly orderId: string; readonly proposalId: string }) => {
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const close = useMutation({
    mutationFn: (how: Closing) => closeProposal(orderId, proposalId, how, reason.trim()),
    onSuccess: () => client.invalidateQueries({ queryKey: ['order', orderId] }),
  });
  return (
    <div className={styles.decision}>
      <TextInput
        label={t('Reason')}
        size="xs"
        maxLength={300}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <Failure of={close.error} />
      <Button.Group>
        <Button size="xs" loading={close.isPending} onClick={() => close.mutate('approve')}>
          {t('Make the change')}
        </Button>
        <Button size="xs" variant="default" disabled={close.isPending} onClick={() => close.mutate('refuse')}>
          {t('Refuse it')}
        </Button>
      </Button.Group>
    </div>
  );
};

/** Changes above the limits of who asked for them: a supervisor makes them, or refuses. */
export const ProposalsPanel = ({ order }: { readonly order: Order }) => {
  const { data: identity } = useIdentity();
  const { proposals = [], orderId, currency } = order;
  if (proposals.length === 0) return null;
  return (
    <Panel title={t('Waits for a supervisor')} aside={`${proposals.length}`} flush>
      <ul className={styles.list}>
        {proposals.map((proposal) => (
          <li key={proposal.proposalId}>
            <div className={styles.between}>
              <span className={styles.name}>{proposal.asked.reason ?? t('A change of the order')}</span>
              <span className="quiet">{rich('since {moment}', { moment: <Moment at={proposal.at} /> })}</span>
            </div>
            <p>
              {differenceOf(proposal, currency)} {proposal.because.join(' ')}
            </p>
            {supervisors.includes(identity?.role ?? '') && (
              <CloseForm orderId={orderId} proposalId={proposal.proposalId} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
};
