import { describe, expect, test } from 'vitest';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { inParcels, readingReceiver, sendReading } from '#renderer/workers/import-parcels.ts';

/** Every third account has no id, which is a reason beside its row. */
const partners = ['Account ID,Account Name,City', ...Array.from({ length: 1300 }, (_, index) => `${index % 3 === 0 ? '' : `P${index}`},House ${index},Porto`)].join('\n');
const rooms = 'Room,Capacity\nBlue,8\nRed,many\n';
const files = Object.entries({ 'partners.csv': partners, 'rooms.csv': rooms }).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));

describe('what grows with the files of an import', () => {
  test('travels in parcels of five hundred rows, and arrives as it left', async () => {
    const reading = await readFolder(files);
    const { take, whole } = readingReceiver();
    const parcels: [number, string, number][] = [];
    const rest = await sendReading(reading, (file, list, rows) => {
      parcels.push([file, list, rows.length]);
      take(file, list, structuredClone(rows));
    });
    expect(parcels.filter(([, list]) => list === 'records')).toEqual([[0, 'records', 500], [0, 'records', 500], [0, 'records', 300], [1, 'records', 2]]);
    expect(rest.files.map(({ records, issues, failed }) => records.length + issues.length + failed.length)).toEqual([0, 0]);
    expect(reading.files.map(({ issues }) => issues.length)).toEqual([434, 1]);
    expect(whole(structuredClone(rest))).toEqual(reading);
  });

  test('waits until one parcel is taken before the next is handed over', async () => {
    const said: string[] = [];
    await inParcels(Array.from({ length: 1001 }, (_, index) => index), async (rows) => {
      said.push(`from ${rows[0]}`);
      await Promise.resolve();
      said.push(`to ${rows.at(-1)}`);
    });
    expect(said).toEqual(['from 0', 'to 499', 'from 500', 'to 999', 'from 1000', 'to 1000']);
  });
});
