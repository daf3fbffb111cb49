import { namedIn } from '../shell/named.ts';

const customers = '/customers/';

/** Where a customer is shown, by id or by the e-mail of a guest. */
export const customerPath = (idOrEmail: string): string => `${customers}${encodeURIComponent(idOrEmail)}`;

/** The customer that an address is about. */
export const customerIn = (pathname: string): string => namedIn(pathname, customers);
