import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type OrderFilter, orderFile } from '../api/orders.ts';
import { problemOf } from '../api/problem.ts';
import styles from './OrdersRoom.module.css';
import { type Export, useExport } from './useExport.ts';

interface ExportButtonProps {
  readonly filter: OrderFilter;
  readonly q: string;
  readonly zone: string | undefined;
}

const counted = (rows: number): string => `${rows.toLocaleString()} ${rows === 1 ? 'order' : 'orders'}`;

const told = (state: Export): string => {
  if (state.is === 'coming') return `${counted(state.rows)} so far …`;
  if (state.is === 'saved') return `${counted(state.rows)} saved.`;
  if (state.is === 'none') return '';
  const { title, errors = [] } = problemOf(state.why);
  const why = errors[0]?.message ?? title;
  return state.rows === 0
    ? `Not saved: ${why}`
    : `Not saved: it broke off after ${counted(state.rows)}. ${why}`;
};

/** All of the list as a file, with how far it is. */
export const ExportButton = ({ filter, q, zone }: ExportButtonProps) => {
  const { state, start } = useExport((signal) => orderFile(filter, signal, q === '' ? undefined : q, zone));
  const look = { size: 'compact-xs', variant: 'default' } as const;
  return (
    <div className={styles.export}>
      <span role="status" className="quiet">
        {told(state)}
      </span>
      {state.is === 'coming' ? (
        <Button {...look} onClick={state.callOff}>
          Call off
        </Button>
      ) : (
        <Button
          {...look}
          leftSection={<IconDownload size={14} stroke={1.6} aria-hidden />}
          onClick={() => void start('orders.csv')}
        >
          {state.is === 'broken' ? 'Start again' : 'Save as CSV'}
        </Button>
      )}
    </div>
  );
};
