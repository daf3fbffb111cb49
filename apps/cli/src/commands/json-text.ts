/** An answer of the platform as JSON, for people and programs. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
