/**
 * The id of the thing that an event is about, so that its facts, decisions and messages lie in
 * partitions of one number in every topic: `order-web.1` and `sourcing-web.1` are about `web.1`.
 * @param stream without its service
 */
export const partitionKeyOf = (stream: string, key: string | undefined): string =>
  key ?? stream.slice(stream.indexOf('-') + 1);
