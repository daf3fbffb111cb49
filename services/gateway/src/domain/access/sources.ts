/** What a key that is bound to sources may be given: a source, or how sources begin, with `*` at the end. */
export const sourcePattern = /^[^*\p{Cc}\p{Cs}]+\*?$/u;

/**
 * Whether messages of a source may be handed in under a key.
 * @param sources those the key is bound to: as they are, or how they begin where they end in `*`; all where it is bound to none
 * @param source CloudEvents source of the message; letters count as they are written, as in the id of a message
 */
export const speaksFor = (sources: readonly string[] | undefined, source: string): boolean =>
  sources === undefined || sources.some((bound) => covers(bound, source));

const covers = (bound: string, source: string): boolean =>
  bound.endsWith('*') ? source.startsWith(bound.slice(0, -1)) : source === bound;
