/** The sources that somebody typed, one on a line or between commas. */
export const sourcesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\n,]/)
      .map((source) => source.trim())
      .filter((source) => source !== ''),
  ),
];
