/** The stream that holds a stream's metadata. */
export const metastreamOf = (stream: string): string => `$$${stream}`;

/** The stream whose metadata a stream holds; undefined for any other. */
export const originalOf = (stream: string): string | undefined =>
  stream.startsWith('$$') ? stream.slice(2) : undefined;

/** What bounds the reads of a stream. */
export interface Bounds {
  /** `$maxCount`: only that many of its last records are shown. */
  readonly maxCount: number;
  /** `$tb`: records before this revision are not shown. */
  readonly truncateBefore: number;
}

const count = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** The metadata of streams, of which the double heeds `$maxCount` and `$tb`, as the last record of `$$stream` says. */
export class StreamSettings {
  /** @param metadata the bytes of the last record of a stream */
  constructor(private readonly metadata: (metastream: string) => Uint8Array | undefined) {}

  of(stream: string): Bounds {
    // The server shows the last metadata only.
    if (originalOf(stream) !== undefined) return { maxCount: 1, truncateBefore: 0 };
    const { $maxCount, $tb } = this.read(stream);
    return { maxCount: count($maxCount, Number.MAX_SAFE_INTEGER), truncateBefore: count($tb, 0) };
  }

  /** The metadata of a stream with another `$tb`. */
  truncatedBefore(stream: string, revision: number): Uint8Array {
    return new TextEncoder().encode(JSON.stringify({ ...this.read(stream), $tb: revision }));
  }

  private read(stream: string): Record<string, unknown> {
    const bytes = this.metadata(metastreamOf(stream));
    if (!bytes) return {};
    try {
      return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    } catch {
      // As the server does with metadata that it cannot read.
      return {};
    }
  }
}
