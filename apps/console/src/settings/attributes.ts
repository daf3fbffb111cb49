import type { DeclaredAttribute } from '../api/attributes.ts';
import type { DeclaredAttributes } from '../api/settings.ts';
import { type Rows, linesOf, rowsOf } from './rows.ts';

export interface EnteredAttribute {
  readonly name: string;
  readonly on: DeclaredAttribute['on'];
  readonly type: DeclaredAttribute['type'];
  readonly label: string;
  /** What there is to choose, one a line. */
  readonly values: string;
}

export const blankAttribute: EnteredAttribute = {
  name: '',
  on: 'order',
  type: 'text',
  label: '',
  values: '',
};

export const draftOfAttributes = ({ attributes }: DeclaredAttributes): Rows<EnteredAttribute> =>
  rowsOf(
    attributes.map(({ name, on, type, label = '', values = [] }) => ({
      name,
      on,
      type,
      label,
      values: values.join('\n'),
    })),
  );

/** The attributes as they were entered; only a choice has values. */
export const attributesOfDraft = (rows: Rows<EnteredAttribute>): DeclaredAttributes => ({
  attributes: rows.map(({ name, on, type, label, values }) => ({
    name: name.trim(),
    on,
    type,
    ...(label.trim() !== '' && { label: label.trim() }),
    ...(type === 'choice' && { values: linesOf(values) }),
  })),
});
