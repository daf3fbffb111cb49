import { Alert } from '@mantine/core';
import { problemOf } from '../api/problem.ts';
import { refusalInWords } from './refusal.ts';

/** Why the platform did not do it, in its words. */
export const Refused = ({ error }: { readonly error: unknown }) => {
  if (error === null) return null;
  const { title, detail } = refusalInWords(problemOf(error));
  return (
    <Alert color="red" variant="light" role="alert" title={title}>
      {detail}
    </Alert>
  );
};
