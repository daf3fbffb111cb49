/**
 * What the streams of a service begin with in a log that several share.
 * @throws RangeError a name that could collide with another service's streams
 */
export const prefixOf = (service: string): string => {
  if (/[/\n]/.test(service)) throw new RangeError('The name of a service holds no slash and no line feed.');
  return `${service}/`;
};
