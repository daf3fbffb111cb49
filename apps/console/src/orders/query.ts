/** A term of the query syntax (docs/guides/asking.md) at the beginning of a word: `status:`, `-channel:`, `attr.gift-wrap:`. */
const term = /(?:^|[\s(])-?[a-z][a-z0-9.-]*:\S/i;

/** Whether what was typed asks for orders by fields, and not by words alone. */
export const asksByFields = (typed: string): boolean => term.test(typed.replaceAll(/"[^"]*"/g, '""'));
