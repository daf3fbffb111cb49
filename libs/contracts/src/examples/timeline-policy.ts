import type { TimelinePolicy } from '../facts/timeline-policy.ts';

/** What a desk that is asked where parcels are reads past. */
export const timelinePolicy: TimelinePolicy = {
  rules: [
    {
      ruleId: 'parcels-under-way',
      types: ['tributary.order.tracked.v1'],
      where: { field: 'status', is: ['in-transit', 'at-depot'] },
      why: 'A carrier scans a parcel at each depot.',
    },
    {
      ruleId: 'later-packing',
      types: ['tributary.order.fulfilment-p*'],
      sources: ['/stores/leeds/wms'],
      repeated: true,
      why: 'That picking and packing began is enough.',
    },
  ],
};
