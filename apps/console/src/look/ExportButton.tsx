import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { problemOf } from '../api/problem.ts';
import styles from './ExportButton.module.css';
import { type Export, type FetchFile, useExport } from './useExport.ts';
import { t } from '../words/words.ts';

interface ExportButtonProps {
  readonly file: FetchFile;
  /** What it is saved as. */
  readonly name: string;
  /** So many of its rows, in words. */
  readonly counted: (rows: number) => string;
}

const told = (state: Export, inWords: (rows: number) => string): string => {
  if (state.is === 'none') return '';
  const counted = inWords(state.rows);
  if (state.is === 'coming') return t('{counted} so far …', { counted });
  if (state.is === 'saved') return t('{counted} saved.', { counted });
  const { title, errors = [] } = problemOf(state.why);
  const why = errors[0]?.message ?? title;
  return state.rows === 0
    ? t('Not saved: {why}', { why })
    : t('Not saved: it broke off after {counted}. {why}', { counted, why });
};

/** All of a list as a file, with how far it is. */
export const ExportButton = ({ file, name, counted }: ExportButtonProps) => {
  const { state, start } = useExport(file);
  const look = { size: 'compact-xs', variant: 'default' } as const;
  return (
    <div className={styles.export}>
      <span role="status" className="quiet">
        {told(state, counted)}
      </span>
      {state.is === 'coming' ? (
        <Button {...look} onClick={state.callOff}>
          {t('Call off')}
        </Button>
      ) : (
        <Button
          {...look}
          leftSection={<IconDownload size={14} stroke={1.6} aria-hidden />}
          onClick={() => void start(name)}
        >
          {state.is === 'broken' ? t('Start again') : t('Save as CSV')}
        </Button>
      )}
    </div>
  );
};
