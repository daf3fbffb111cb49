import type { Problem } from '../api/problem.ts';
import { formatMoment } from '../figures/time.ts';
import { t } from '../words/words.ts';

/** What refusals about returns come to for whoever stands at the counter. */
const titles: Readonly<Record<string, string>> = {
  'already-returned': t('It was taken back before'),
  'nothing-to-exchange': t('Nothing is owed for it any more'),
  'not-authorised': t('It is not expected any more'),
  'not-gone': t('It is not known to have left'),
  'not-returnable': t('So much cannot come back'),
  'time-over': t('Its time is over'),
  'withdrawal-over': t('The time to withdraw is over'),
  'no-right-of-withdrawal': t('There is no right of withdrawal'),
  'nothing-to-withdraw': t('There is nothing to withdraw from'),
  'not-withdrawable': t('So much cannot be withdrawn from'),
  'declared-later': t('That moment is still to come'),
  'unknown-reason': t('The return policy has changed'),
};

const instant = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** A refusal in words for people: their title of it, and moments as they read them. */
export const refusalInWords = (
  { code, title, detail }: Pick<Problem, 'code' | 'title' | 'detail'>,
  momentInWords: (at: string) => string = formatMoment,
): Pick<Problem, 'title' | 'detail'> => ({
  title: titles[code] ?? title,
  ...(detail !== undefined && { detail: detail.replaceAll(instant, (at) => momentInWords(at)) }),
});
