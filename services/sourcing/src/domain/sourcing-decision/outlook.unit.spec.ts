import {
  type LocationId,
  type LocationUpdated,
  type OrderId,
  type SourcingInquiry,
  SourcingOutlook,
} from '@tributary/contracts';
import { defaultRuleSet } from '../network/network.ts';
import { outlook } from './outlook.ts';
import { notSourced } from './sourcing.ts';

const place = (locationId: string): LocationUpdated => ({
  locationId: locationId as LocationId,
  name: locationId,
  kind: 'warehouse',
  address: { country: 'GB' },
  capabilities: ['ship', 'pickup'],
});
const network = {
  locations: new Map(['leeds', 'york'].map((name) => [name as LocationId, place(name)])),
  ruleSet: defaultRuleSet('GBP'),
};
const levels = () =>
  new Map([
    ['leeds' as LocationId, 3],
    ['york' as LocationId, 1],
  ]);
const wanted = (more: Partial<SourcingInquiry>): SourcingInquiry => ({
  channel: 'phone' as SourcingInquiry['channel'],
  lines: [{ lineId: '1', sku: 'MUG' as never, quantity: 2 }] as never,
  ...more,
});

describe('Where goods would come from', () => {
  it('is what would be decided now, with why and what it would cost', () => {
    const said = outlook(wanted({}), notSourced, { network, levels });
    expect(SourcingOutlook.parse(said)).toEqual(said);
    expect(said).toMatchObject({
      outcome: 'planned',
      serves: [{ location: 'leeds', method: 'ship', lines: [{ lineId: '1', quantity: 2 }] }],
      unsourced: [],
      cost: { currency: 'GBP' },
      candidates: [{ location: 'leeds', verdict: 'chosen' }, { location: 'york' }],
    });
  });

  it('says what would wait where there is not enough', () => {
    const lines = [{ lineId: '1', sku: 'MUG', quantity: 3, method: 'pickup', pickupAt: 'york' }] as never;
    expect(outlook(wanted({ lines }), notSourced, { network, levels })).toMatchObject({
      outcome: 'partly-planned',
      serves: [{ location: 'york', method: 'pickup', lines: [{ quantity: 1 }] }],
      unsourced: [{ lineId: '1', quantity: 2 }],
    });
  });

  it('leaves out, for an order that is there, what failed it before', () => {
    const sourcing = { ...notSourced, attempt: 1, excluded: ['leeds' as LocationId] };
    const said = outlook(wanted({ orderId: 'web.1' as OrderId }), sourcing, { network, levels });
    expect(said.serves).toMatchObject([{ location: 'york', lines: [{ quantity: 1 }] }]);
  });
});
