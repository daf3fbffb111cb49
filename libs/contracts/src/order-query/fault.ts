/** What of a text cannot be read, said to whoever typed it. */
export interface QueryFault {
  /** Where in the text it begins, in characters (code points) from 0. */
  readonly at: number;
  /** The text that it is about. */
  readonly part: string;
  /** What is wrong with it and what may stand there. */
  readonly message: string;
}

/** A part of the text, with the place at which it begins, in UTF-16 units from 0. */
export interface Typed {
  readonly at: number;
  readonly text: string;
}

/** What was read, or why it was not. */
export type Read<T> = { readonly read: T } | { readonly fault: QueryFault };

export const read = <T>(value: T): Read<T> => ({ read: value });
export const faulty = ({ at, text: part }: Typed, message: string): { readonly fault: QueryFault } => ({
  fault: { at, part, message },
});

/** All that was read, or the first fault. */
export const readAll = <T>(parts: readonly Read<T>[]): Read<readonly T[]> => {
  const fault = parts.find((part) => 'fault' in part);
  return fault ?? read(parts.flatMap((part) => ('read' in part ? [part.read] : [])));
};
