import { Alert } from '@mantine/core';
import { problemOf } from '../api/problem.ts';

/** Why what was asked for was not done, in the platform's words; nothing while nothing failed. */
export const Failure = ({ of }: { readonly of: unknown }) => {
  if (of === null) return null;
  const { title, detail } = problemOf(of);
  return (
    <Alert color="red" variant="light" role="alert" title={title}>
      {detail}
    </Alert>
  );
};
