import { expect, test } from 'vitest';
import type { ContactId, ExecutiveId, PartnerId, RoomId, SummitId } from '#shared/kernel/ids.ts';
import type { LocalDate, LocalTime } from '#shared/kernel/time.ts';
import { blankContact } from '#shared/partners/contact.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { blankExecutive } from '#shared/partners/executive.ts';
import { blankRoom } from '#shared/summit/room.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';
import { imported, saidOf } from '#test/support/imports.ts';

const acme = blankPartner('p-acme' as PartnerId, 'Acme GmbH');
const bolt = blankPartner('p-bolt' as PartnerId, 'Bolt Ltd');
const ana = { ...blankContact('c-ana' as ContactId), givenName: 'Ana', familyName: 'Li', email: 'ana@acme.example', partner: acme.id };
const bo = { ...blankContact('c-bo' as ContactId), givenName: 'Bo', familyName: 'Ek', email: 'bo@bolt.example', partner: bolt.id };
const eve = { ...blankExecutive('e-eve' as ExecutiveId, 'Eve Host'), email: 'eve@vendor.example' };
const suite = blankRoom('r-suite' as RoomId, 'Suite 207');
const empty = newSnapshot('summit' as SummitId, 'Spring');
const day = { date: '2027-03-23' as LocalDate, opensAt: '08:00' as LocalTime, closesAt: '18:00' as LocalTime };
const summit: Snapshot = {
  ...empty, summits: new Map([[theSummit(empty).id, { ...theSummit(empty), days: [day] }]]), partners: new Map([[acme.id, acme], [bolt.id, bolt]]), contacts: new Map([[ana.id, ana], [bo.id, bo]]),
  executives: new Map([[eve.id, eve]]), rooms: new Map([[suite.id, suite]]),
};

const held = ({ placements, requests }: Snapshot) => [...placements.values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)).map(({ request, room, startsAt, pinned }) => [requests.get(request)?.partner, room, startsAt, pinned]);
const header = 'Meeting ID,Subject,Start Date,Start Time,End Time,Location,Organizer,Confirmed,Pending\n';

test('a meeting that another system has booked is held at its hour and pinned, once everybody has confirmed and where the room is known', async () => {
  const text = `${header}M-1,QBR,2027-03-23,9:00 AM,9:30 AM,Suite 207,ana@acme.example,eve@vendor.example,\nM-2,Intro,2027-03-23,2:30 PM,3:00 PM,suite 207,eve@vendor.example,,bo@bolt.example\n`;
  const { reading, after } = await imported(summit, { 'meetings.csv': text });
  expect([saidOf(reading), [...after.requests.values()].map(({ partner, host, preferredDay, partOfDay }) => [partner, host, preferredDay, partOfDay]), held(after)]).toEqual([
    [], [[acme.id, eve.id, '2027-03-23', 'morning'], [bolt.id, eve.id, '2027-03-23', 'afternoon']], [[acme.id, suite.id, '2027-03-23T09:00', true]],
  ]);
  expect((await imported(after, { 'meetings.csv': text })).change.edits).toEqual([]);
  const confirmed = await imported(after, { 'meetings.csv': text.replace('eve@vendor.example,,bo@bolt.example', 'eve@vendor.example,bo@bolt.example,') });
  expect(held(confirmed.after)).toEqual([[acme.id, suite.id, '2027-03-23T09:00', true], [bolt.id, suite.id, '2027-03-23T14:30', true]]);
});

test('what stands in the schedule is not moved by a file', async () => {
  const { after } = await imported(summit, { 'meetings.csv': `${header}M-1,QBR,2027-03-23,9:00 AM,9:30 AM,Suite 207,ana@acme.example,eve@vendor.example,\n` });
  expect((await imported(after, { 'meetings.csv': `${header}M-1,QBR,2027-03-23,9:30 AM,10:00 AM,Suite 207,ana@acme.example,eve@vendor.example,\n` })).change.edits).toEqual([]);
});

test('without a room that is known it stays a wish, and a strange room is told', async () => {
  const { reading, after } = await imported(summit, { 'meetings.csv': `${header}M-1,QBR,2027-03-23,9:00 AM,9:30 AM,Table 5,ana@acme.example,eve@vendor.example,\nM-2,Intro,2027-03-23,10:00 AM,10:30 AM,,bo@bolt.example,eve@vendor.example,\n` });
  expect([saidOf(reading), after.requests.size, held(after)]).toEqual([['2 flag UNKNOWN_ROOM booked_room'], 2, []]);
});

test('by a status, only what is confirmed is held at its hour', async () => {
  const { after } = await imported(summit, { 'meetings.csv': 'booker,requestee,date,meeting_point,status\nana@acme.example,Eve Host,2027-03-23 10:00,Suite 207,accepted\nbo@bolt.example,Eve Host,2027-03-23 11:00,Suite 207,waiting list\n' });
  expect(held(after)).toEqual([[acme.id, suite.id, '2027-03-23T10:00', true]]);
});
