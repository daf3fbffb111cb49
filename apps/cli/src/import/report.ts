import { constants } from 'node:fs';
import { access, rename, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { ImportReconciliation, ImportReport } from '@tributary/connectors';
import { amountText } from '@tributary/contracts';
import { Failure } from '../failure.ts';
import { count } from '../progress.ts';
import type { ImportCounts, ImportDone } from './answer.ts';

/** What `--report` writes: the connector's report, and what the platform did with its messages. */
export interface WrittenReport extends ImportReport {
  readonly format: string;
  readonly file: string;
  /** What became of the messages in the attempt that read the file to its end. */
  readonly messages: Omit<ImportCounts, 'rows'>;
  /** Times the file was sent; more than one after a broken connection. */
  readonly attempts: number;
  readonly seconds: number;
}

export const writtenReport = (
  format: string,
  file: string,
  { counts: { rows: _, ...messages }, report }: ImportDone,
  attempts: number,
  seconds: number,
): WrittenReport => ({ format, file, ...report, messages, attempts, seconds });

/** @throws Failure before anything is sent when the report could not be written afterwards */
export const checkReportPlace = async (path: string): Promise<void> => {
  const folder = dirname(resolve(path));
  await access(folder, constants.W_OK).catch(() => {
    throw new Failure(`The report cannot be written: ${folder} is no folder one may write to.`);
  });
};

/** Written beside its place and moved there, so that nobody reads half a report. */
export const writeReport = async (path: string, report: WrittenReport): Promise<void> => {
  const draft = `${path}.${process.pid}.part`;
  await writeFile(draft, `${JSON.stringify(report, null, 2)}\n`);
  await rename(draft, path);
};

/** What the rows say and what the events say, side by side where they differ. */
const moneyOf = ({ currency, balanced, ...figures }: ImportReconciliation): string[] => [
  `  money     rows and events ${balanced ? 'agree' : 'DIFFER'}`,
  ...Object.entries(figures).map(([figure, { rows, events }]) => {
    const known = amountText(rows, currency).padStart(18);
    return `  ${known}  ${figure}${rows === events ? '' : `, but ${amountText(events, currency)} in events`}`;
  }),
];

/** The report in a few lines for a person. */
export const summary = ({ format, file, messages, attempts, seconds, ...report }: WrittenReport): string => {
  const reasons = Object.entries(report.skippedByReason).sort(([, a], [, b]) => b - a);
  const rows = (entries: readonly (readonly [string, number])[]) =>
    entries.map(([what, number]) => `    ${count(number).padStart(9)}  ${what}`);
  return [
    `${file} as ${format}, in ${seconds.toFixed(1)} s${attempts > 1 ? ` and ${attempts} attempts` : ''}`,
    `  rows      ${count(report.rowsRead)} read = ${count(report.rowsApplied)} applied + ${count(report.rowsSkipped)} skipped`,
    ...rows(reasons),
    ...(report.reconciliation ? moneyOf(report.reconciliation) : []),
    `  messages  ${count(messages.accepted)} accepted, ${count(messages.duplicates)} known already, ${count(messages.quarantined)} in quarantine`,
    ...rows(Object.entries(report.eventsByType)),
    `  orders    ${count(report.ordersCreated)}`,
    `  returns   ${count(report.returnsMatched)} matched, ${count(report.returnsUnmatched)} unmatched`,
    '',
  ].join('\n');
};
