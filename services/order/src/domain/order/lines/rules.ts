import type { Rules } from '../rule.ts';
import { cancel } from './cancel.ts';
import { changeDeliveryAddress } from './delivery-address.ts';

export const lineRules = {
  'tributary.order.change-requested.v1': changeDeliveryAddress,
  'tributary.order.cancel-requested.v1': cancel,
} satisfies Rules;
