import type { Segments } from '../api/settings.ts';
import { blankRfm } from './rfm.ts';
import { rowsOf } from './rows.ts';
import { type EnteredCondition, blankCondition } from './segmentCondition.ts';
import { blankSegment, draftOfSegments, faultsOfSegments, segmentsOfDraft } from './segments.ts';

const rfm = {
  recencyDays: [14, 45, 120, 365],
  orders: [2, 3, 5, 8],
  currency: 'EUR',
  value: [0, 5_050, 25_000, 60_000],
};

const withConditions = (...conditions: readonly Partial<EnteredCondition>[]) => ({
  rfm: blankRfm,
  segments: rowsOf([
    {
      ...blankSegment,
      segmentId: ' one ',
      name: ' One ',
      conditions: rowsOf(conditions.map((one) => ({ ...blankCondition, ...one }))),
    },
  ]),
});
const pointersOf = (draft: Parameters<typeof faultsOfSegments>[0]) =>
  faultsOfSegments(draft).map(({ pointer }) => pointer);

describe('Segments that are entered', () => {
  it('are what they were where nothing is changed, whatever they ask for', () => {
    const segments: Segments = {
      rfm,
      segments: [
        {
          segmentId: 'all-kinds',
          name: 'All kinds',
          conditions: [
            { is: 'orders', from: 0, to: 20 },
            { is: 'open-orders', to: 0 },
            { is: 'last-order', within: 90, over: 0 },
            { is: 'first-order', over: 365 },
            { is: 'value', currency: 'JPY', from: 5_000 },
            { is: 'average', currency: 'EUR', from: -250, to: 5_000 },
            { is: 'returned', from: 0, to: 12.5 },
            { is: 'channel', names: ['web*', 'pos'], how: 'any' },
            { is: 'store', names: ['store-1'], how: 'most' },
            { is: 'sku', names: ['MUG*'], how: 'most' },
            { is: 'recency', to: 2 },
            { is: 'frequency', from: 3 },
            { is: 'monetary', from: 5, to: 5 },
          ],
        },
      ],
    };
    const draft = draftOfSegments(segments);
    expect(faultsOfSegments(draft)).toEqual([]);
    expect(segmentsOfDraft(draft)).toEqual(segments);
    expect(segmentsOfDraft(draftOfSegments({ segments: [] }))).toEqual({ segments: [] });
  });

  it('are without blanks around, and with their currency in capitals', () => {
    const draft = withConditions({ is: 'value', from: ' 9,5 ', currency: ' eur ' });
    expect(segmentsOfDraft(draft)).toEqual({
      segments: [
        { segmentId: 'one', name: 'One', conditions: [{ is: 'value', currency: 'EUR', from: 950 }] },
      ],
    });
  });

  it('have a condition, and each a bound that somebody can be within', () => {
    expect(pointersOf(withConditions())).toEqual(['/segments/0/conditions']);
    const draft = withConditions(
      { is: 'orders' },
      { is: 'last-order' },
      { is: 'orders', from: '3', to: '2' },
      { is: 'first-order', from: '30', to: '30' },
      { is: 'orders', from: '3', to: '3' },
      { is: 'sku', names: 'MUG' },
    );
    expect(pointersOf(draft)).toEqual([
      '/segments/0/conditions/0/from',
      '/segments/0/conditions/1/over',
      '/segments/0/conditions/2/from',
      '/segments/0/conditions/3/over',
    ]);
  });

  it('name amounts that are none of their currency', () => {
    const draft = withConditions(
      { is: 'value', from: 'much', to: '5.5', currency: 'JPY' },
      { is: 'average', from: '5.5', to: '5.50', currency: 'EUR' },
    );
    expect(pointersOf(draft)).toEqual(['/segments/0/conditions/0/from', '/segments/0/conditions/0/to']);
  });

  it('have all numbers to score by, or none', () => {
    const entered = draftOfSegments({ rfm, segments: [] });
    const differing = (part: Partial<typeof entered.rfm>) =>
      pointersOf({ ...entered, rfm: { ...entered.rfm, ...part } });
    expect(differing({ orders: ['2', '3', '', '8'] })).toEqual(['/rfm']);
    expect(differing({ currency: ' ' })).toEqual(['/rfm']);
    expect(differing({ currency: 'jpy' })).toEqual(['/rfm/value']);
    expect(segmentsOfDraft({ ...entered, rfm: blankRfm })).toEqual({ segments: [] });
  });
});
