import type { Report, Row } from './measure.ts';

const columns: readonly (readonly [heading: string, cell: (row: Row) => string])[] = [
  ['name', ({ name }) => name],
  ['ours', ({ ours }) => ours],
  ['limit', ({ limit }) => limit],
  ['ratio', ({ ratio }) => ratio],
  ['CPU', ({ cpu }) => cpu],
  ['goal', ({ goal }) => goal],
  ['', ({ goal, met }) => (goal === 'none' ? '' : met ? 'met' : 'MISSED')],
];

/** The figures as a Markdown table, then which goals were missed and what was skipped, in words. */
export const table = (reports: readonly Report[]): string => {
  const rows = reports.flatMap((report) => ('row' in report ? [report.row] : []));
  const cells = [
    columns.map(([heading]) => heading),
    ...rows.map((row) => columns.map(([, cell]) => cell(row))),
  ];
  const widths = columns.map((_, at) => Math.max(3, ...cells.map((line) => line[at]!.length)));
  const lines = cells.map((line) => `| ${line.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`);
  lines.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  const goals = rows.filter(({ goal }) => goal !== 'none').length;
  const missed = rows.filter(({ met }) => !met).map(({ name }) => name);
  const skipped = reports.flatMap((report) => ('skipped' in report ? [report.title] : []));
  return [
    '',
    ...lines,
    '',
    missed.length === 0
      ? `All ${goals} goals met.`
      : `${missed.length} of ${goals} goals MISSED: ${missed.join('; ')}.`,
    ...(missed.length > 0
      ? ['On a busy machine CPU per unit is the steadiest figure; run the missed ones again by name.']
      : []),
    ...(skipped.length > 0 ? [`Skipped: ${skipped.join('; ')}.`] : []),
  ].join('\n');
};
