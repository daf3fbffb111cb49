import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { problemOf } from '../api/problem.ts';
import styles from './Answer.module.css';
import { t } from '../words/words.ts';

/** What is shown where there is nothing to show yet. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className={styles.state}>
    <p className={styles.stateTitle}>{title}</p>
    {children !== undefined && <div className="quiet">{children}</div>}
  </div>
);

/** A refusal or a failure, with its code to quote and a way to try again. */
export const Failure = ({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) => {
  const { title, detail, code } = problemOf(error);
  return (
    <div className={styles.state} role="alert">
      <p className={styles.stateTitle}>{title}</p>
      {detail !== undefined && <p className="quiet">{detail}</p>}
      <p className="quiet">
        <code>{code}</code>
      </p>
      {retry !== undefined && (
        <Button variant="default" size="xs" onClick={retry}>
          {t('Try again')}
        </Button>
      )}
    </div>
  );
};

export const Loading = ({ rows = 4 }: { readonly rows?: number }) => (
  <div className={styles.loading} role="status" aria-label={t('Loading')}>
    {Array.from({ length: rows }, (_, row) => (
      <Skeleton key={row} height={14} width={`${92 - ((row * 17) % 40)}%`} />
    ))}
  </div>
);

/** Said above an answer that could not be brought up to date. */
const Stale = ({ error, retry }: { readonly error: unknown; readonly retry: () => void }) => (
  <div className={styles.stale} role="status">
    <span>{t('Not up to date: {title}', { title: problemOf(error).title })}</span>
    <Button variant="subtle" size="compact-xs" onClick={retry}>
      {t('Try again')}
    </Button>
  </div>
);

interface AnswerProps<T> {
  readonly of: { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}

/** A question's answer: loading, then what it is, or why there is none. A failed refresh keeps the last answer. */
export const Answer = <T,>({ of: { data, error, refetch }, rows = 4, children }: AnswerProps<T>) => {
  if (data !== undefined) {
    return (
      <>
        {error !== null && <Stale error={error} retry={() => void refetch()} />}
        {children(data)}
      </>
    );
  }
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  return <Loading rows={rows} />;
};
