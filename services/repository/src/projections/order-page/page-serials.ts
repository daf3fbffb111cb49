import { type LineSerials, joinedNames, serialKey } from '@tributary/contracts';
import { type OrderPage, type PageLine, mostListed, withMore } from './order-page.ts';

type Serial = NonNullable<PageLine['serials']>[number];
/** What is known of one serial of a SKU, by the line that it is of. */
type OfSerial = Map<string, Serial>;
type Told = (of: OfSerial, lineId: string, serial: string) => void;

const nameOf = (sku: string, serial: string): string => joinedNames('/', sku, serialKey(serial));

const indexed = (lines: readonly PageLine[]): Map<string, OfSerial> => {
  const index = new Map<string, OfSerial>();
  for (const { lineId, sku, serials = [] } of lines)
    for (const entry of serials) {
      const name = nameOf(sku, entry.serial);
      index.set(name, (index.get(name) ?? new Map<string, Serial>()).set(lineId, entry));
    }
  return index;
};

/** Of two writings of one serial the same stands, whichever was told first. */
const writing = (one: string, other: string): string => (other < one ? other : one);

const sent: Told = (of, lineId, serial) => {
  const isBack = [...of.values()].some(({ returned }) => returned);
  const before = of.get(lineId);
  // It was sent after all, on this line: where its return was put down meanwhile it is no more.
  for (const [other, { neverSent }] of of) if (neverSent) of.delete(other);
  const known = before && !before.neverSent ? before.serial : serial;
  of.set(lineId, { serial: writing(serial, known), ...(isBack && { returned: true }) });
};

/** A return may name another line of the SKU than it went out on, or none: the serial tells. */
const cameBack: Told = (of, lineId, serial) => {
  const out = [...of].filter(([, { neverSent }]) => !neverSent);
  for (const [other, entry] of out) of.set(other, { ...entry, returned: true });
  if (out.length > 0) return;
  const known = of.get(lineId)?.serial ?? serial;
  of.set(lineId, { serial: writing(serial, known), returned: true, neverSent: true });
};

const bySerial = (one: Serial, other: Serial): number =>
  serialKey(one.serial) < serialKey(other.serial) ? -1 : 1;

const withSerials = (lines: readonly PageLine[], index: ReadonlyMap<string, OfSerial>): PageLine[] => {
  const ofLines = Map.groupBy(
    [...index.values()].flatMap((of) => [...of]),
    ([lineId]) => lineId,
  );
  return lines.map(({ serials: _, ...line }) => {
    const serials = (ofLines.get(line.lineId) ?? []).map(([, entry]) => entry).toSorted(bySerial);
    return serials.length > 0 ? { ...line, serials } : line;
  });
};

const telling =
  (tell: Told) =>
  (page: OrderPage, told: LineSerials = []): OrderPage => {
    if (told.length === 0) return page;
    const skus = new Map<string, string>(page.lines.map(({ lineId, sku }) => [lineId, sku]));
    const index = indexed(page.lines);
    let listed = page.lines.reduce((sum, { serials = [] }) => sum + serials.length, 0);
    let beyond = 0;
    for (const { lineId, serials } of told)
      for (const serial of serials) {
        const name = nameOf(skus.get(lineId) ?? '', serial);
        const of: OfSerial = index.get(name) ?? new Map<string, Serial>();
        const before = of.size;
        if (before === 0 && listed >= mostListed) {
          beyond += 1;
          continue;
        }
        tell(of, lineId, serial);
        listed += of.size - before;
        index.set(name, of);
      }
    const now = { ...page, lines: withSerials(page.lines, index) };
    return beyond > 0 ? withMore(now, 'serials', beyond) : now;
  };

/** The page with serial numbers that went out. The same stands there whether a return of them was told before or after. */
export const serialsSent = telling(sent);

/** The page with serial numbers that came back, those that are not known to have gone out among them. */
export const serialsBack = telling(cameBack);
