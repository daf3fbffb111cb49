import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Collection, ReadStoreUnavailable } from '../port.ts';

/** How a collection's documents stand in their column: as JSON text, or packed. */
export interface Packing {
  pack(json: string): string | Uint8Array;
  /**
   * @param id of the document, for whoever is told that it cannot be read
   * @throws ReadStoreUnavailable where what stands there is not what was packed
   */
  unpack(kept: unknown, id: string): string;
}

const asText: Packing = { pack: (json) => json, unpack: (kept) => kept as string };

/**
 * DEFLATE (RFC 1951) with what such documents typically hold before the first byte, so that a small document
 * is packed as well as a long one. Level 1: the next levels take up to three times as long for a tenth less.
 */
export const packingOf = ({ name, packed }: Collection): Packing => {
  if (packed === undefined) return asText;
  // Of a longer one only the end is looked back to.
  const dictionary = Buffer.from(packed.typical).subarray(-32_768);
  return {
    pack: (json) => deflateRawSync(json, { dictionary, level: constants.Z_BEST_SPEED }),
    unpack: (kept, id) => {
      try {
        return inflateRawSync(kept as Uint8Array, { dictionary }).toString();
      } catch (error) {
        throw new ReadStoreUnavailable(`${name} ${id} cannot be unpacked: the file is damaged.`, {
          cause: error,
        });
      }
    },
  };
};
