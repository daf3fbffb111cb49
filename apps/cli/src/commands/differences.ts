import { type Schemas, countedRows } from '@tributary/client';
import { Failure } from '../failure.ts';
import { count } from '../progress.ts';

type Counts = Omit<Schemas['StockDifferences'], 'items'>;

/** Prints differences that came as CSV. @throws Failure where there are any */
export const printFile = (text: string): void => {
  process.stdout.write(text);
  const rows = countedRows('csv')(Buffer.from(text));
  if (rows > 0) throw new Failure(`${rowsIn(rows)} differ.`);
};

export const rowsIn = (rows: number): string => (rows === 1 ? '1 row' : `${count(rows)} rows`);

/** How many rows came to what. */
export const summaryOf = ({ rows, equal, different, unknown, missing, unreadable }: Counts): string =>
  [
    `${rowsIn(rows)}: ${count(equal)} equal, ${count(different)} different`,
    ...(unknown > 0 ? [`${count(unknown)} unknown here`] : []),
    ...(missing > 0 ? [`${count(missing)} missing there`] : []),
    ...(unreadable > 0 ? [`${count(unreadable)} unreadable`] : []),
  ].join(', ') + '.';
