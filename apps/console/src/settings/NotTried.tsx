import { Alert } from '@mantine/core';
import { problemOf } from '../api/problem.ts';
import { t } from '../words/words.ts';

interface NotTriedProps {
  readonly error: unknown;
  /** In words where something was wrong, with what parts it from what was wrong there: `Rule 2: `. */
  readonly placeOf: (pointer: string) => string;
}

/** Why a setting could not be tried as it is entered. */
export const NotTried = ({ error, placeOf }: NotTriedProps) => {
  const { title, detail, errors = [] } = problemOf(error);
  return (
    <Alert color="red" variant="light" role="alert" title={t('Not tried: {title}', { title })}>
      {errors.length === 0 && detail}
      <ul>
        {errors.map(({ pointer, message }) => (
          <li key={`${pointer} ${message}`}>
            {placeOf(pointer)}
            {message}
          </li>
        ))}
      </ul>
    </Alert>
  );
};
