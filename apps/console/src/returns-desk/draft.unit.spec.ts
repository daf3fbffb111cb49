import type { Order } from '../api/order.ts';
import type { ExpectedReturn } from '../api/take-back.ts';
import * as back from './draft.ts';

const { emptyDraft, withCondition, withPart, withReason } = back;

const one = withReason(withPart(emptyDraft, '1', 0, { units: 1 }), '1', 'too-small');
const two = withPart(withCondition(one, '1'), '1', 1, { units: 2 });
const expected = (...lines: readonly [string, number, string][]): ExpectedReturn => ({
  returnId: 'RMA-1',
  worth: 0,
  lines: lines.map(([lineId, quantity, reason]) => ({ lineId, sku: 'MUG', quantity, reason })),
});

describe('What is asked of what was entered about goods', () => {
  it('is each condition of a line by itself when they are taken back, in the store', () => {
    expect(back.receiving({ ...two, note: ' A chip. ' }, 'leeds')).toEqual({
      location: 'leeds',
      lines: [
        { lineId: '1', quantity: 1, reason: 'too-small', disposition: 'restock' },
        { lineId: '1', quantity: 2, reason: 'too-small', disposition: 'damaged' },
      ],
      note: 'A chip.',
    });
  });

  it('is the units of a line together when they may come back', () => {
    const lines = [{ lineId: '1', quantity: 3, reason: 'too-small' }];
    expect(back.authorising(two, ' ')).toEqual({ lines });
    expect(back.authorising(two, ' A loyal customer. ')).toEqual({ lines, despite: 'A loyal customer.' });
  });

  it('leaves out lines and conditions of which no units come back', () => {
    const none = withCondition(withReason(withPart(one, '2', 0, { units: 0 }), '2', 'late'), '1');
    expect(back.receiving(none, 'leeds').lines).toEqual([
      { lineId: '1', quantity: 1, reason: 'too-small', disposition: 'restock' },
    ]);
  });

  it('lacks units, then a reason', () => {
    const unsaid = withPart(emptyDraft, '1', 0, { units: 1 });
    expect([emptyDraft, unsaid, one].map(back.lacking)).toEqual([
      'Enter how many units come back.',
      'Choose for what they come back.',
      undefined,
    ]);
  });

  it('says the serial numbers of each condition, no more than its units', () => {
    const named = withPart(withPart(two, '1', 0, { serials: 'A' }), '1', 1, { serials: 'B, C' });
    expect(back.receiving(named, 'leeds').lines?.map(({ serials }) => serials)).toEqual([['A'], ['B', 'C']]);
    expect(back.lacking(named)).toBeUndefined();
    expect(back.lacking(withPart(named, '1', 0, { serials: 'A, D' }))).toBe(
      'More serial numbers are entered than units come back.',
    );
  });

  it('is too much where less can still come back', () => {
    const order = { lines: [{ lineId: '1', quantities: { fulfilled: 2, returned: 0 } }] } as Order;
    expect([one, two].map((draft) => back.isTooMuch(order, draft))).toEqual([false, true]);
  });
});

describe('A draft', () => {
  it('takes all that was authorised', () => {
    const draft = back.draftFor(expected(['1', 2, 'late'], ['2', 1, 'damaged']));
    expect(draft.returnId).toBe('RMA-1');
    expect(back.receiving(draft, 'leeds').lines).toEqual([
      { lineId: '1', quantity: 2, reason: 'late', disposition: 'restock' },
      { lineId: '2', quantity: 1, reason: 'damaged', disposition: 'restock' },
    ]);
  });

  it('begins with the unit of a serial number that is not back, in any writing of case', () => {
    const line = (serials: object[], fulfilled = 2) => ({
      lineId: '1',
      serials,
      quantities: { fulfilled, returned: 0 },
    });
    const order = (...lines: object[]) => ({ lines }) as unknown as Order;
    const known = [{ serial: 'SN-1', returned: true }, { serial: 'SN-2' }];
    const draft = back.draftForSerial(order(line(known)), ' sn-2 ');
    expect(draft && back.receiving(withReason(draft, '1', 'late'), 'leeds').lines).toEqual([
      { lineId: '1', quantity: 1, reason: 'late', disposition: 'restock', serials: ['SN-2'] },
    ]);
    expect(back.draftForSerial(order(line(known)), 'SN-1')).toBeUndefined();
    expect(back.draftForSerial(order(line(known, 0)), 'SN-2')).toBeUndefined();
  });

  it('has one reason a line, the first that it was authorised for', () => {
    const draft = back.draftFor(expected(['1', 1, 'late'], ['1', 2, 'damaged']));
    expect(back.authorising(draft, '').lines).toEqual([{ lineId: '1', quantity: 3, reason: 'late' }]);
  });

  it('splits a line by as many conditions as there are', () => {
    const all = [1, 2, 3, 4].reduce((draft) => withCondition(draft, '1'), one);
    const entry = back.entryOf(all, '1');
    expect(entry.parts.map(({ disposition }) => disposition)).toEqual(Object.keys(back.dispositions));
    expect(back.hasOtherCondition(entry)).toBe(false);
  });
});
