import { inboundTypes } from '@tributary/contracts';
import { type ImportError, readAll } from '../index.ts';
import { geonames } from './index.ts';

const row = (country: string, code: string, latitude: number | string, longitude: number | string) =>
  [country, code, 'A place', 'State', 'ST', '', '', '', '', latitude, longitude, 4].join('\t');
const read = (...rows: readonly string[]) => readAll(geonames, `${rows.join('\n')}\n`, 'urn:geonames');
const areas = async (...rows: readonly string[]) =>
  (await read(...rows)).events.flatMap(({ data }) => (data as { areas: object[] }).areas);

describe('A file of postal codes', () => {
  it('says where each postal area lies, country by country', async () => {
    const { events, report } = await read(
      row('GB', 'LS1', 53.8, -1.54),
      row('IE', 'D02', 53.34, -6.25),
      row('GB', 'LS2', 53.81, -1.55),
    );
    expect(events.map(({ data }) => data)).toEqual([
      {
        country: 'GB',
        areas: [
          { postalCode: 'LS1', latitude: 53.8, longitude: -1.54 },
          { postalCode: 'LS2', latitude: 53.81, longitude: -1.55 },
        ],
      },
      { country: 'IE', areas: [{ postalCode: 'D02', latitude: 53.34, longitude: -6.25 }] },
    ]);
    expect(report).toMatchObject({ rowsRead: 3, rowsApplied: 3, rowsSkipped: 0 });
    const { data } = inboundTypes['tributary.postal-areas.updated.v1'];
    for (const event of events) expect(data.safeParse(event.data).success).toBe(true);
  });

  it('has an area of several places lie in their middle, also across the date line', async () => {
    expect(await areas(row('GB', 'M9', 53, -2), row('GB', 'M9', 54, -2))).toEqual([
      { postalCode: 'M9', latitude: 53.5, longitude: -2 },
    ]);
    expect(await areas(row('FJ', '1', 0, 179), row('FJ', '1', 0, -179))).toEqual([
      { postalCode: '1', latitude: 0, longitude: 180 },
    ]);
  });

  it('may be a CSV with a header, its columns in any order, quoted or not', async () => {
    const csv = [
      'zipcode,country_code,place,longitude,latitude',
      'T0A,CA,"Alberta (St. Paul), East",-111.7,54.7',
    ];
    expect(await areas(...csv)).toEqual([{ postalCode: 'T0A', latitude: 54.7, longitude: -111.7 }]);
  });

  it('counts rows that say nothing of an area by why', async () => {
    const { report } = await read(
      row('GB', 'LS1', 53.8, -1.54),
      row('GB', '', 53.8, -1.54),
      row('GBR', 'LS1', 53.8, -1.54),
      row('GB', 'LS3', '', ''),
      row('GB', 'LS3', 91, 0),
    );
    expect(report).toMatchObject({
      rowsApplied: 1,
      skippedByReason: { 'no-postal-code': 2, 'no-point': 2 },
      skippedRows: [2, 3, 4, 5].map((number) => expect.objectContaining({ row: number })),
    });
  });

  it('gives the same messages when it is read again, and others when an area lies elsewhere', async () => {
    const ids = async (latitude: number) =>
      (await read(row('GB', 'LS1', latitude, 0))).events.map(({ id }) => id);
    expect(await ids(53)).toEqual(await ids(53));
    expect(await ids(53)).not.toEqual(await ids(54));
  });

  it('is told of in messages of at most a thousand areas', async () => {
    const { events } = await read(
      ...Array.from({ length: 2_001 }, (_, code) => row('US', `${code}`, 40, -100)),
    );
    expect(events.map(({ data }) => (data as { areas: object[] }).areas.length)).toEqual([1_000, 1_000, 1]);
  });

  it.each(['Invoice,StockCode,Quantity', '{"country":"GB"}', 'no table at all'])(
    'is refused where it is something else: %s',
    async (line) => {
      await expect(read(line)).rejects.toMatchObject({
        code: 'unreadable-file',
        message: expect.stringMatching(/expects postal codes as GeoNames has them.*It begins with/),
      } satisfies Partial<ImportError>);
    },
  );
});
