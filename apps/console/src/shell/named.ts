/**
 * What an address below a path is about. The router's own parameter takes a `%2F` that is part of a name for a slash.
 * @param path with a slash at both ends: `/orders/`
 */
export const namedIn = (pathname: string, path: string): string => {
  const part = pathname.slice(path.length).replace(/\/$/, '');
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
