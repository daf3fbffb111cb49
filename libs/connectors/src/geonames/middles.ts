import { ImportError } from '../connector.ts';
import type { Place } from './rows.ts';

/** Most areas of one file: a country has a few ten thousand, the whole world 1.5 million rows. */
const mostAreas = 400_000;

/** A sum of points as vectors from the middle of the earth, so that places either side of 180° lie between them. */
interface Sum {
  x: number;
  y: number;
  z: number;
}

/** A postal area and its middle, in degrees. */
export interface Middle {
  readonly postalCode: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Four decimals are eleven metres. */
const rounded = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const inDegrees = (angle: number): number => rounded((angle * 180) / Math.PI);

/** The middle of each postal area: the mean of the points of its places. */
export class Middles {
  private readonly countries = new Map<string, Map<string, Sum>>();
  private areas = 0;

  /** @throws ImportError the file has more areas than are kept */
  add({ country, postalCode, latitude, longitude }: Place): void {
    const sums = this.countries.get(country) ?? new Map<string, Sum>();
    this.countries.set(country, sums);
    const sum = sums.get(postalCode) ?? this.another(sums, postalCode);
    const [phi, lambda] = [radians(latitude), radians(longitude)];
    sum.x += Math.cos(phi) * Math.cos(lambda);
    sum.y += Math.cos(phi) * Math.sin(lambda);
    sum.z += Math.sin(phi);
  }

  /** By country, both in the order in which the file names them first. */
  *all(): Generator<{ readonly country: string; readonly middles: readonly Middle[] }> {
    for (const [country, sums] of this.countries)
      yield {
        country,
        middles: [...sums].map(([postalCode, { x, y, z }]) => ({
          postalCode,
          latitude: inDegrees(Math.atan2(z, Math.hypot(x, y))),
          longitude: inDegrees(Math.atan2(y, x)),
        })),
      };
  }

  private another(sums: Map<string, Sum>, postalCode: string): Sum {
    this.areas += 1;
    if (this.areas > mostAreas)
      throw new ImportError(
        'unreadable-file',
        `The file names more than ${mostAreas.toLocaleString('en')} postal codes: import it country by country, by the shorter codes where a country has two files (GB, not GB_full).`,
      );
    const sum = { x: 0, y: 0, z: 0 };
    sums.set(postalCode, sum);
    return sum;
  }
}
