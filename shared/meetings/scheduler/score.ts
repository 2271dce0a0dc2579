import { type Facts, meetingsByPerson, mustBePlaced, requestOf, slotAt, slotsOf } from './facts.ts';
import type { Meeting } from './solution.ts';

/** What a plan reaches, level by level in the order that decides. The slow, honest sum: the search's counters are held equal to it by a test. */
export type Score = {
  /** 1. Requests that must be placed and are. More is better. */
  readonly mustPlaced: number;
  /** 2. Placed weight. More is better. */
  readonly weight: number;
  /** 3. Meetings missing to the minimums of all people. From here on, less is better. */
  readonly shortfall: number;
  /** 4. By how much the spread of breaks between two people exceeds the fairness asked for (kind `breaks`; else 0), and breaks in total. */
  readonly unfairness: number;
  readonly breaks: number;
  /** 5. Preferences missed: start slot, home room, optional people who cannot come. */
  readonly missed: number;
  /** 6. Of people whose days should be compact: slots that they wait between meetings of a day, and days with one meeting alone. */
  readonly loose: number;
  /** 7. Times a person changes rooms between two meetings of a day. Settled last, at fixed hours, so it can cost nothing above. */
  readonly roomChanges: number;
};

export function scoreOf(facts: Facts, plan: readonly Meeting[]): Score {
  const held = meetingsByPerson(facts, plan);
  const perPerson = facts.problem.people.map(({ id }) => breaksOf(facts, id, held.get(id) ?? []));
  const { objective } = facts.problem;
  const spread = perPerson.length > 0 ? perPerson.reduce((most, count) => Math.max(most, count)) - perPerson.reduce((least, count) => Math.min(least, count)) : 0;
  return {
    mustPlaced: plan.filter((meeting) => mustBePlaced(facts, requestOf(facts, meeting))).length,
    weight: sum(plan.map((meeting) => requestOf(facts, meeting).weight)),
    shortfall: sum(facts.problem.people.map(({ id, minimum = 0 }) => Math.max(0, minimum - (held.get(id)?.length ?? 0)))),
    unfairness: objective.kind === 'breaks' ? Math.max(0, spread - objective.fairness) : 0,
    breaks: sum(perPerson),
    missed: sum(plan.map((meeting) => missedBy(facts, meeting, held))),
    loose: sum(facts.problem.people.map(({ id, compact }) => (compact === true ? looseOf(facts, id, held.get(id) ?? []) : 0))),
    roomChanges: sum([...held.values()].map((meetings) => meetings.filter((meeting, index) => {
      const earlier = meetings[index - 1];
      return earlier && earlier.room !== meeting.room && slotAt(facts, earlier.slot).day === slotAt(facts, meeting.slot).day;
    }).length)),
  };
}

/**
 * Idle spells between two meetings of a person: over the whole grid for kind `breaks` (as the B2B literature counts),
 * else within each day over the slots in which the person can be met.
 */
export function breaksOf(facts: Facts, person: string, meetings: readonly Meeting[]): number {
  const used = new Set(meetings.flatMap((meeting) => slotsOf(facts, meeting)));
  return sum(spellLines(facts, person).map((line) => {
    const runs = line.filter((slot, index) => used.has(slot) && !used.has(line[index - 1] ?? -1)).length;
    return Math.max(0, runs - 1);
  }));
}

/**
 * What keeps a person's days from being compact: slots between the first and the last meeting of a day in which the person can be met and
 * is not, and days with one meeting alone. Breaks are the spells, however long; this is how long they are.
 */
export function looseOf(facts: Facts, person: string, meetings: readonly Meeting[]): number {
  const used = new Set(meetings.flatMap((meeting) => slotsOf(facts, meeting)));
  return sum(openDays(facts, person).map((day) => {
    const taken = day.flatMap((slot, index) => (used.has(slot) ? [index] : []));
    const span = taken.length === 0 ? 0 : (taken.at(-1) as number) - (taken[0] as number) + 1;
    return span - taken.length + Number(meetings.filter(({ slot }) => day.includes(slot)).length === 1);
  }));
}

/** The stretches of slots within which a person's breaks are counted. */
function spellLines(facts: Facts, person: string): number[][] {
  return facts.problem.objective.kind === 'breaks' ? [facts.problem.slots.map((_, slot) => slot)] : openDays(facts, person);
}

/** Each day's slots in which the person can be met. */
function openDays(facts: Facts, person: string): number[][] {
  const all = facts.problem.slots.map((_, slot) => slot);
  const away = new Set(facts.people.get(person)?.unavailable);
  const days = new Set(facts.problem.slots.map(({ day }) => day));
  return [...days].map((day) => all.filter((slot) => slotAt(facts, slot).day === day && !away.has(slot)));
}

function missedBy(facts: Facts, meeting: Meeting, held: ReadonlyMap<string, readonly Meeting[]>): number {
  const request = requestOf(facts, meeting);
  const preferred = request.preferredSlots ?? [];
  const taken = slotsOf(facts, meeting);
  const start = preferred.length > 0 && !preferred.includes(meeting.slot) ? 1 : 0;
  const homes = request.people.filter((person) => (facts.people.get(person)?.home ?? meeting.room) !== meeting.room).length;
  const absent = (request.optional ?? []).filter((person) => {
    const busy = (held.get(person) ?? []).flatMap((other) => slotsOf(facts, other));
    return taken.some((slot) => busy.includes(slot) || facts.people.get(person)?.unavailable.includes(slot));
  }).length;
  return start + homes + absent;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
