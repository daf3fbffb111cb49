import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { problemOf } from '../api/problem.ts';
import styles from './ExportButton.module.css';
import { type Export, type FetchFile, useExport } from './useExport.ts';

/** What a row of the file is: one of them, and several. */
type RowName = readonly [one: string, several: string];

interface ExportButtonProps {
  readonly file: FetchFile;
  /** What it is saved as. */
  readonly name: string;
  readonly row: RowName;
}

const told = (state: Export, [one, several]: RowName): string => {
  if (state.is === 'none') return '';
  const counted = `${state.rows.toLocaleString()} ${state.rows === 1 ? one : several}`;
  if (state.is === 'coming') return `${counted} so far …`;
  if (state.is === 'saved') return `${counted} saved.`;
  const { title, errors = [] } = problemOf(state.why);
  const why = errors[0]?.message ?? title;
  return state.rows === 0 ? `Not saved: ${why}` : `Not saved: it broke off after ${counted}. ${why}`;
};

/** All of a list as a file, with how far it is. */
export const ExportButton = ({ file, name, row }: ExportButtonProps) => {
  const { state, start } = useExport(file);
  const look = { size: 'compact-xs', variant: 'default' } as const;
  return (
    <div className={styles.export}>
      <span role="status" className="quiet">
        {told(state, row)}
      </span>
      {state.is === 'coming' ? (
        <Button {...look} onClick={state.callOff}>
          Call off
        </Button>
      ) : (
        <Button
          {...look}
          leftSection={<IconDownload size={14} stroke={1.6} aria-hidden />}
          onClick={() => void start(name)}
        >
          {state.is === 'broken' ? 'Start again' : 'Save as CSV'}
        </Button>
      )}
    </div>
  );
};
