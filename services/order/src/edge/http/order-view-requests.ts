import { SavedOrderView } from '@tributary/contracts';
import { faultText, isZone, readOrderQuery } from '@tributary/contracts/order-query';
import type { z } from 'zod';

/** What is to be saved: a text that a list would refuse is refused here, before people meet it under a name. */
export const SaveOrderView = SavedOrderView.superRefine(({ q, zone }, context) => {
  if (zone !== undefined && !isZone(zone)) {
    context.addIssue({
      code: 'custom',
      path: ['zone'],
      message: 'A zone is named as in the IANA database, e.g. Europe/London.',
    });
    return;
  }
  const found = readOrderQuery(q, zone);
  if ('fault' in found) context.addIssue({ code: 'custom', path: ['q'], message: faultText(found.fault) });
});
export type SaveOrderView = z.infer<typeof SaveOrderView>;
