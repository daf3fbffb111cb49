import { type FileForm, fileTypes } from './list-file.ts';

const json = 'application/json';

/** How much each media type that is named is wanted, from 0 to 1 (RFC 9110, 12.5.1). */
const weightsIn = (accept: string): ReadonlyMap<string, number> =>
  new Map(
    accept.split(',').map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return [type, weight === undefined ? 1 : Number(weight) || 0] as const;
    }),
  );

/**
 * The form in which a list is wanted: a file where its media type is named and wanted more than JSON, JSON
 * otherwise. Who takes anything, as browsers and curl do, did not ask for a file.
 * @param accept the header of that name
 */
export const acceptedForm = (accept = ''): FileForm | 'json' => {
  const weights = weightsIn(accept);
  const weightOf = (form: FileForm | 'json') => weights.get(form === 'json' ? json : fileTypes[form]) ?? 0;
  return (['json', 'csv', 'ndjson'] as const).reduce((best, form) =>
    weightOf(form) > weightOf(best) ? form : best,
  );
};
