export type { QueryFault, Read } from './fault.ts';
export { type OrderField, fieldNames, orderFields } from './fields.ts';
export { isZone } from './period.ts';
export {
  type Condition,
  type OrderQuery,
  faultText,
  longestQuery,
  mostTerms,
  readOrderQuery,
} from './query.ts';
export { type Span, isAmountWithin, isCountWithin } from './spans.ts';
export { type NameTest, type Test, isNamedBy, nameTestOf } from './values.ts';
