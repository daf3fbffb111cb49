import { z } from 'zod';
import { personal } from '../personal-mark.ts';
import { Text } from '../inbound/shapes.ts';

/** Most characters of the text that a view asks by, as of `q` of a list. */
const longestText = 500;

export const OrderViewId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'A view has 1–64 letters, digits, hyphens or underscores as id.')
  .describe('Names the view, for ever: whoever saves it chooses it.');

/** What a view shows: how a list of orders is asked for, under a name. */
export const SavedOrderView = z.strictObject({
  name: personal(Text(100)).describe('What people call it.'),
  q: personal(z.string().trim().max(longestText)).describe(
    'What holds of its orders, as `q` of `GET /v1/orders`; empty where all are shown.',
  ),
  zone: z
    .string()
    .max(64)
    .optional()
    .describe('Where days of `q` begin: an IANA time zone. Left out where days are those of whoever looks.'),
  sort: z
    .enum(['newest', 'oldest'])
    .optional()
    .describe('Which of them come first; as of the list where left out.'),
  shared: z
    .boolean()
    .describe('Whether everybody sees it who may ask for orders; else it is of who saved it alone.'),
});
export type SavedOrderView = z.infer<typeof SavedOrderView>;

const viewId = OrderViewId;
const keyId = z.string().describe('Whose it is: the id of the key under which it was saved first.');

export const orderViewFacts = {
  /** In the stream `order-views`: the view is as it says from then on. */
  'tributary.order-view.saved.v1': SavedOrderView.extend({ viewId, keyId }),
  'tributary.order-view.removed.v1': z.object({ viewId }),
} as const;
