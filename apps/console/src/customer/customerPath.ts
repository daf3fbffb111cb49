const customers = '/customers/';

/** Where a customer is shown, by id or by the e-mail of a guest. */
export const customerPath = (idOrEmail: string): string => `${customers}${encodeURIComponent(idOrEmail)}`;

/** The customer that an address is about. The router's own parameter takes a `%2F` that is part of an id for a slash. */
export const customerIn = (pathname: string): string => {
  const part = pathname.slice(customers.length).replace(/\/$/, '');
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
