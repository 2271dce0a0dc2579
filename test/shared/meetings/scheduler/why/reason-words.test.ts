import { expect, test } from 'vitest';
import { Reason } from '#shared/meetings/scheduler/reason.ts';
import { type Names, reasonText } from '#shared/meetings/scheduler/why/reason-words.ts';

const names: Names = { person: (id) => id, room: (id) => id, request: (id) => `“${id}”`, start: (slot) => `${9 + slot}:00` };

/** Every code with the sentence it becomes. */
const sentences: readonly (readonly [Reason, string])[] = [
  [{ code: 'there-is-no-place' }, 'There is no meeting time, or no room.'],
  [{ code: 'runs-past-its-block', length: 2, slots: [2, 5] }, 'Beginning at 11:00 and 14:00, it would run past the end of the block.'],
  [{ code: 'start-is-not-allowed', slots: [0, 1, 2, 3, 4] }, 'It may not begin at 5 starts.'],
  [{ code: 'is-pinned-elsewhere', slots: [0], rooms: ['Hall'] }, 'It is pinned to another time or room.'],
  [{ code: 'person-is-away', person: 'Ana', slots: [0, 1, 2] }, 'Ana cannot come at 9:00, 10:00 and 11:00.'],
  [{ code: 'person-is-busy', person: 'Ana', slots: [0], holding: ['Acme'] }, 'Ana is in “Acme” at 9:00.'],
  [{ code: 'person-has-reached-limit', person: 'Ana', limit: 1 }, 'Ana already has 1 of 1 meeting in all.'],
  [{ code: 'person-has-reached-day-limit', person: 'Ana', limit: 3, slots: [0] }, 'Ana already has 3 of 3 meetings on the day of 9:00.'],
  [{ code: 'walking-takes-too-long', slots: [1], rooms: ['Annex'], others: ['Acme'] }, 'Between Annex and “Acme” somebody would not have the minutes it takes to walk, at 10:00.'],
  [{ code: 'rooms-are-closed', slots: [1], rooms: ['Hall', 'Annex'] }, 'Hall and Annex are closed at 10:00.'],
  [{ code: 'rooms-are-full', slots: [1], rooms: ['Hall'], holding: ['Acme', 'Bolt'] }, 'Hall is taken by “Acme” and “Bolt” at 10:00.'],
  [{ code: 'rooms-are-too-small', seats: 6, rooms: ['Hall'] }, 'Hall has fewer than 6 seats.'],
  [{ code: 'rooms-are-not-confidential', rooms: ['A', 'B', 'C', 'D', 'E'] }, '5 rooms are not suited to confidential talk.'],
  [{ code: 'rooms-are-not-allowed', rooms: ['Hall'] }, 'Hall is not among the rooms that the request names.'],
  [{ code: 'rooms-are-reserved', rooms: ['Hall', 'Annex'] }, 'Hall and Annex are reserved for requests that name them.'],
  [{ code: 'rivals-together', people: ['Ben', 'Dee'] }, 'Ben and Dee are kept apart, so they cannot sit in one meeting.'],
  [{ code: 'rivals-are-near', slots: [0], rooms: ['Hall'], others: ['Acme'] }, 'A rival is in Hall at the same time or right beside it, in “Acme”: 9:00.'],
  [{ code: 'order-is-not-kept', slots: [0, 1], others: ['Acme'] }, 'It would break its order with “Acme” at 9:00 and 10:00.'],
  [{ code: 'holders-weigh-more', holding: ['Acme'], weight: 3 }, 'Giving up “Acme” would cost 3 of weight, no less than it brings.'],
  [{ code: 'holders-must-be-placed', holding: ['Acme'] }, '“Acme” stands in its way, and what must be held is not given up for it.'],
  [{ code: 'no-better-arrangement-found', holding: ['Acme', 'Bolt'], weight: 2 }, 'Giving up “Acme” and “Bolt” would cost only 2 of weight, but no better arrangement was found: a longer run may place it.'],
  [{ code: 'not-tried-long-enough', slots: [3] }, 'It could be held at 12:00: the run ended before it was placed.'],
];

test('every reason has its sentence', () => {
  expect(sentences.map(([reason]) => reason.code).sort()).toEqual(Reason.options.map(({ shape }) => shape.code.value).sort());
  expect(sentences.map(([reason]) => reasonText(reason, names))).toEqual(sentences.map(([, sentence]) => sentence));
});
