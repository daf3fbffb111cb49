import { locale } from '../words/own.ts';

const whole = new Intl.NumberFormat(locale);

/** A count as people write it: "1,200", or "1.200" in German. */
export const formatCount = (count: number): string => whole.format(count);
