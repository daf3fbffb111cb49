import { Sku } from '@tributary/contracts';

/**
 * Stock codes that are no goods. `POST` postage, `DOT` Dotcom postage, `C2` carriage, `M` manual entry,
 * `D` discount, `S` samples, `CRUK` a charity's commission, `B` bad debt, `TEST…` trials of the till.
 * Everything else is goods: also `PADS` (cushion pads), `DCGS…` and `SP…` (a sister shop's range),
 * `GIFT_0001_NN` (gift vouchers, sold like goods) and `C3` (4,999 of it were once written off the shelf).
 */
const chargeCodes = new Set([
  'POST',
  'DOT',
  'C2',
  'M',
  'D',
  'S',
  'CRUK',
  'B',
  'ADJUST',
  'ADJUST2',
  'BANK CHARGES',
  'AMAZONFEE',
]);
const testCode = /^TEST\d*$/;

export interface StockCode {
  /** Trimmed, upper-cased and in normal form: the file writes 85123a and 85123A for one thing. */
  code: string;
  kind: 'goods' | 'charge';
}

/** @param code trimmed and upper-cased */
export const isChargeCode = (code: string): boolean => chargeCodes.has(code) || testCode.test(code);

const classify = (raw: string): StockCode | undefined => {
  const code = raw.trim().toUpperCase();
  const sku = Sku.safeParse(code);
  if (!/[\p{L}\p{N}]/u.test(code) || !sku.success) return undefined;
  return { code: sku.data, kind: isChargeCode(code) ? 'charge' : 'goods' };
};

/** Reads stock codes, each distinct spelling once. `undefined` is no stock code: the file's have a letter or digit. */
export const stockCodes = (): ((raw: string) => StockCode | undefined) => {
  const known = new Map<string, StockCode | undefined>();
  return (raw) => {
    if (known.has(raw)) return known.get(raw);
    const read = classify(raw);
    known.set(raw, read);
    return read;
  };
};
