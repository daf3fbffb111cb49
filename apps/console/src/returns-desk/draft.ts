import type { Order } from '../api/order.ts';
import type { AskedToAuthorise, AskedToReceive, Disposition, ExpectedReturn } from '../api/take-back.ts';
import { isMoreThan, serialsIn, tooManySerials } from '../figures/serials.ts';
import { canComeBack } from './backUnits.ts';
import { t } from '../words/words.ts';

/** Units that are in one condition. */
export interface Part {
  readonly units: number;
  readonly disposition: Disposition;
  /** Their serial numbers, as they were typed. */
  readonly serials: string;
}

/** What was entered about a line: for what it comes back, and in which conditions. */
export interface LineEntry {
  readonly reason: string;
  readonly parts: readonly Part[];
}

/** What a person entered about goods that come back, or may. It holds entries only, never a copy of the order. */
export interface Draft {
  /** The return that was authorised for them; undefined for goods that nobody announced. */
  readonly returnId?: string;
  readonly lines: Readonly<Record<string, LineEntry>>;
  readonly note: string;
}

export const emptyDraft: Draft = { lines: {}, note: '' };

/** Dispositions in words, those that are usual first. */
export const dispositions: Readonly<Record<Disposition, string>> = {
  restock: t('To be sold again'),
  damaged: t('Damaged'),
  refurbish: t('To be refurbished'),
  dispose: t('To be disposed of'),
};

const untouched: LineEntry = { reason: '', parts: [{ units: 0, disposition: 'restock', serials: '' }] };

export const entryOf = ({ lines }: Draft, lineId: string): LineEntry => lines[lineId] ?? untouched;

/** Units of a line over all conditions. */
export const unitsIn = ({ parts }: LineEntry): number => parts.reduce((sum, { units }) => sum + units, 0);

const withEntry = (draft: Draft, lineId: string, part: Partial<LineEntry>): Draft => ({
  ...draft,
  lines: { ...draft.lines, [lineId]: { ...entryOf(draft, lineId), ...part } },
});

export const withReason = (draft: Draft, lineId: string, reason: string): Draft =>
  withEntry(draft, lineId, { reason });

/** The draft with something entered about the units of a line in one condition. */
export const withPart = (draft: Draft, lineId: string, index: number, part: Partial<Part>): Draft =>
  withEntry(draft, lineId, {
    parts: entryOf(draft, lineId).parts.map((one, at) => (at === index ? { ...one, ...part } : one)),
  });

/** Conditions that no units of the line are in yet. */
const otherConditions = ({ parts }: LineEntry): Disposition[] =>
  (Object.keys(dispositions) as Disposition[]).filter((one) =>
    parts.every(({ disposition }) => disposition !== one),
  );

/** Whether the entry has a condition left to be split by. */
export const hasOtherCondition = (entry: LineEntry): boolean => otherConditions(entry).length > 0;

/** The draft with room for units of the line in another condition. */
export const withCondition = (draft: Draft, lineId: string): Draft => {
  const entry = entryOf(draft, lineId);
  const [disposition] = otherConditions(entry);
  return disposition === undefined
    ? draft
    : withEntry(draft, lineId, { parts: [...entry.parts, { units: 0, disposition, serials: '' }] });
};

/** All that was authorised, to be sold again. A line has one reason: of several, the first. */
export const draftFor = ({ returnId, lines }: ExpectedReturn): Draft =>
  lines.reduce<Draft>(
    (draft, { lineId, quantity, reason }) => {
      const before = entryOf(draft, lineId);
      return withPart(withReason(draft, lineId, before.reason || reason), lineId, 0, {
        units: unitsIn(before) + quantity,
      });
    },
    { ...emptyDraft, returnId },
  );

/** One unit that is at the desk by its serial number, where it is known to have left and not to be back. */
export const draftForSerial = ({ lines }: Order, typed: string): Draft | undefined => {
  const wanted = typed.trim().toLowerCase();
  for (const { lineId, quantities, serials = [] } of lines) {
    const found = serials.find(({ serial, returned }) => !returned && serial.toLowerCase() === wanted);
    if (found && canComeBack(quantities) > 0)
      return withPart(emptyDraft, lineId, 0, { units: 1, serials: found.serial });
  }
  return undefined;
};

const entered = ({ lines }: Draft) => Object.entries(lines).filter(([, entry]) => unitsIn(entry) > 0);

const noted = ({ note }: Draft) => (note.trim() === '' ? {} : { note: note.trim() });

/** What is asked so that goods are taken back in a store. */
export const receiving = (draft: Draft, location: string): AskedToReceive => ({
  location,
  lines: entered(draft).flatMap(([lineId, { reason, parts }]) =>
    parts
      .filter(({ units }) => units > 0)
      .map(({ units, disposition, serials: typed }) => {
        const serials = [...serialsIn(typed)];
        return { lineId, quantity: units, reason, disposition, ...(serials.length > 0 && { serials }) };
      }),
  ),
  ...noted(draft),
});

/** What is asked so that goods may come back. @param despite why they may although their time is over, if they do */
export const authorising = (draft: Draft, despite: string): AskedToAuthorise => ({
  lines: entered(draft).map(([lineId, entry]) => ({
    lineId,
    quantity: unitsIn(entry),
    reason: entry.reason,
  })),
  ...noted(draft),
  ...(despite.trim() !== '' && { despite: despite.trim() }),
});

/** What the draft lacks to be sent, the first thing of it; undefined where it lacks nothing. */
export const lacking = (draft: Draft): string | undefined => {
  const lines = entered(draft);
  if (lines.length === 0) return t('Enter how many units come back.');
  if (lines.some(([, { reason }]) => reason === '')) return t('Choose for what they come back.');
  const parts = lines.flatMap(([, entry]) => entry.parts).filter(({ units }) => units > 0);
  if (parts.some(({ units, serials }) => isMoreThan(serials, units))) return tooManySerials;
  return undefined;
};

/** Whether more of a line is entered than can still come back, as when somebody took it back meanwhile. */
export const isTooMuch = (order: Order, draft: Draft): boolean =>
  order.lines.some(({ lineId, quantities }) => unitsIn(entryOf(draft, lineId)) > canComeBack(quantities));
