import { createHash } from 'node:crypto';
import { type InboundCloudEvent, mostPostalAreas } from '@tributary/contracts';
import type { Connector, ImportOptions, ImportStep } from '../connector.ts';
import { ImportTally } from '../tally.ts';
import { type Middle, Middles } from './middles.ts';
import { placeRows } from './rows.ts';

/** Rows after which it is said how far reading has come. */
const stepSize = 5_000;

/** The same areas again are the same message; others of the country are another. */
const eventOf = (source: string, country: string, areas: readonly Middle[]): InboundCloudEvent => {
  const content = createHash('sha256').update(JSON.stringify(areas)).digest('hex').slice(0, 32);
  return {
    specversion: '1.0',
    id: `postal-areas:${country}:${content}`,
    source,
    type: 'tributary.postal-areas.updated.v1',
    data: { country, areas },
  };
};

function* eventsOf(source: string, middles: Middles): Generator<InboundCloudEvent> {
  for (const { country, middles: areas } of middles.all())
    for (let from = 0; from < areas.length; from += mostPostalAreas)
      yield eventOf(source, country, areas.slice(from, from + mostPostalAreas));
}

async function* stepsOf(
  input: AsyncIterable<Uint8Array>,
  { source, charset }: ImportOptions,
  tally: ImportTally,
): AsyncGenerator<ImportStep> {
  const middles = new Middles();
  let rows = 0;
  for await (const read of placeRows(input, charset)) {
    rows = tally.read();
    if ('fault' in read) tally.skip(rows, read.fault);
    else {
      middles.add(read);
      tally.apply();
    }
    if (rows % stepSize === 0) yield { events: [], bad: [], rows };
  }
  for (const event of eventsOf(source, middles)) {
    tally.emit(event);
    yield { events: [event], bad: [], rows };
  }
}

/**
 * Postal codes as GeoNames has them, country by country (https://download.geonames.org/export/zip, CC BY 4.0): where
 * each postal area lies, so that a distance is known of an address that tells its postal code alone. A code that
 * several places share lies in their middle.
 */
export const geonames: Connector = {
  format: 'geonames',
  read(input, options) {
    const tally = new ImportTally();
    return { steps: stepsOf(input, options, tally), report: () => tally.report() };
  },
};
