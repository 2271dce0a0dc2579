import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleExports } from '#build/sample/exports.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';

const folder = new URL('../../build/sample/exports/', import.meta.url).pathname;

describe('the sample summit', () => {
  test('is committed as its generator makes it, to the byte', () => {
    const committed = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    expect(committed).toEqual(Object.fromEntries(sampleExports()));
  });

  test('is read whole: every list known, every column understood, and blemishes found as a planner would', async () => {
    const files = [...sampleExports()].map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
    const reading = await readFolder(files);
    expect({ unread: reading.unread, days: reading.summitDays, currency: reading.currency }).toEqual({ unread: [], days: ['2027-05-11', '2027-05-12', '2027-05-13'], currency: 'EUR' });
    expect(reading.files.flatMap(({ columns }) => columns.filter(({ field }) => field === null))).toEqual([]);
    const kept = Object.fromEntries(reading.files.map(({ kind, counts }) => [kind, counts.accept + counts.flag]));
    expect(kept).toEqual({ partners: 57, contacts: 171, executives: 14, rooms: 12, agenda: 24, ndas: 56, meeting_requests: 90, award_categories: 11, nominations: 20, judges: 6, scores: 330, commitments: 84 });
    expect([...new Set(reading.files.flatMap(({ issues }) => issues.map(({ code }) => code)))].sort()).toEqual([
      'ACCOUNT_MISSING', 'ACCOUNT_MISSPELT', 'ACCOUNT_UNKNOWN', 'BAD_DURATION', 'BLANK_ROW', 'CONFLICT_OF_INTEREST', 'CURRENCY_MISMATCH', 'DATE_ORDER', 'DAY_OUTSIDE_SUMMIT', 'DUPLICATE_EMAIL', 'DUPLICATE_EXACT', 'DUPLICATE_ID',
      'DUPLICATE_ID_CONFLICT', 'DUPLICATE_NAME', 'DUPLICATE_NOMINATION', 'DUPLICATE_REQUEST', 'DUPLICATE_SCORE', 'END_BEFORE_START', 'EXPIRY_UNKNOWN', 'FOOTER_ROW', 'IMPOSSIBLE_DATE', 'INVALID_EMAIL', 'MISSING_CITATION', 'MISSING_CURRENCY',
      'MISSING_EMAIL', 'MISSING_ID', 'NEGATIVE_AMOUNT', 'NOT_A_NUMBER', 'OUT_OF_RANGE', 'PHONE_DAMAGED', 'ROOM_NOT_CONFIDENTIAL', 'ROOM_OVERLAP', 'STATUS_CONTRADICTS_DATES', 'TOTALS_ROW', 'TWO_EMAILS', 'UNKNOWN_CATEGORY',
      'UNKNOWN_CURRENCY', 'UNKNOWN_HOST', 'UNKNOWN_JUDGE', 'UNKNOWN_PARTNER', 'UNKNOWN_PERSON', 'UNKNOWN_ROOM', 'UNKNOWN_VALUE', 'USED_EXCEEDS_ALLOCATED', 'WEIGHTS_NOT_100',
    ].sort());
  });
});
