import { t } from '../words/words.ts';
/** Serial numbers as they were typed or scanned, with commas between them; the same one is meant once, whatever its case. */
export const serialsIn = (typed: string): readonly string[] => {
  const seen = new Set<string>();
  return typed
    .split(',')
    .map((serial) => serial.trim())
    .filter((serial) => serial !== '' && seen.size < seen.add(serial.toLowerCase()).size);
};

/** Whether more serial numbers are entered than there are units, so that one of them is wrong. */
export const isMoreThan = (typed: string, units: number): boolean => serialsIn(typed).length > units;

export const tooManySerials = t('More serial numbers are entered than units come back.');

interface Serial {
  readonly serial: string;
  readonly returned?: true | undefined;
  readonly neverSent?: true | undefined;
}

const whatOf = ({ returned, neverSent }: Serial): string =>
  neverSent ? t(' (came back, not known to have left)') : returned ? t(' (came back)') : '';

const mostShown = 20;

/** "A-17 (came back), A-18"; the first twenty of many. */
export const serialsInWords = (serials: readonly Serial[]): string =>
  [
    ...serials.slice(0, mostShown).map((one) => `${one.serial}${whatOf(one)}`),
    ...(serials.length > mostShown ? [t('and {serials} more', { serials: serials.length - mostShown })] : []),
  ].join(', ');
