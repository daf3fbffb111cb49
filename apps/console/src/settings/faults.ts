import type { Fault } from '../api/problem.ts';

const entry = /^\/\d+$/;

/** What was wrong at a field, or with entries of its list; undefined where nothing was. */
export const faultAt = (faults: readonly Fault[], pointer: string): string | undefined => {
  const here = faults.filter(
    (fault) =>
      fault.pointer === pointer ||
      (fault.pointer.startsWith(pointer) && entry.test(fault.pointer.slice(pointer.length))),
  );
  return here.length === 0 ? undefined : [...new Set(here.map(({ message }) => message))].join(' ');
};

/** What was wrong and belongs to none of the fields; it is told above them. */
export const faultsElsewhere = (faults: readonly Fault[], fields: RegExp): readonly Fault[] =>
  faults.filter(({ pointer }) => !fields.test(pointer));
