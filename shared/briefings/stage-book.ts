import type { Block, Page } from '../documents/block.ts';
import type { Document } from '../documents/document.ts';
import { bold, type Text } from '../documents/text.ts';
import { groupBy } from '../kernel/group.ts';
import { timeOf, wallClock } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import { type BookOptions, framed, opening } from './frame.ts';
import { missing } from './promises.ts';
import type { SeenAward, SeenSession } from './seen.ts';
import type { EmbargoOverride, Sight } from './sight.ts';
import { dayTitle, listed, momentText } from './words.ts';
import { byName } from '#shared/kernel/name-order.ts';

/** The run of show for the crew: what is on where, who speaks and how the name is said, and the awards as far as the embargo lets them be named. */
export function stageBook(sight: Sight, options: BookOptions, override: EmbargoOverride | null = null): Document {
  const { summit, sessions } = sight;
  const days = [...groupBy(sessions.filter(({ startsAt }) => startsAt !== null), ({ startsAt }) => (startsAt === null ? null : dayOf(summit, startsAt)))];
  return framed(summit, options, {
    title: 'Stage book', reader: 'Stage manager', blocks: [
      ...opening(summit, options, { kicker: 'Run of show', title: 'Stage manager', ...(override === null ? {} : { facts: [{ label: 'Winners', value: `Printed before the announcement by order of ${override.by}: ${override.reason}` }] }) }, 1),
      ...days.flatMap(([day, list]) => (day === null ? [] : [runOfDay(dayTitle(day), `day:${day}`, list)])),
      ...speakersPage(sessions), ...awardPages(sight, override),
    ],
  });
}

function runOfDay(title: string, key: string, sessions: readonly SeenSession[]): Page {
  return {
    kind: 'page', key, title, blocks: [
      { kind: 'heading', level: 1, key: `${key}:title`, text: title },
      {
        kind: 'table', zebra: true, empty: '',
        columns: [{ title: 'From', width: 'fit' }, { title: 'To', width: 'fit' }, { title: 'What', width: 4 }, { title: 'On stage', width: 3 }, { title: 'Room', width: 3 }],
        rows: sessions.map(({ title: name, kind, startsAt, endsAt, speakers, rooms }) => ({
          ...(kind === 'Break' || kind === 'Meal' ? { tone: 'muted' as const } : {}),
          cells: [
            startsAt === null ? '' : timeOf(startsAt), endsAt === null ? missing('open') : timeOf(endsAt), kind === 'Plenary' || kind === 'Awards' ? [bold(name)] : name,
            speakers.length > 0 ? listed(speakers.map((speaker) => speaker.name)) : kind === 'Plenary' || kind === 'Awards' ? missing('not named yet') : '', rooms.length > 3 ? `${rooms.length} rooms` : rooms.map((room) => room.name).join(', ') || missing('no room'),
          ],
        })),
      },
    ],
  };
}

function speakersPage(sessions: readonly SeenSession[]): Page[] {
  const speakers = [...new Map(sessions.flatMap((session) => session.speakers).map((speaker) => [speaker.key, speaker])).values()].sort((a, b) => byName(a.name, b.name));
  if (speakers.length === 0) return [];
  return [{
    kind: 'page', key: 'speakers', title: 'Speakers', blocks: [
      { kind: 'heading', level: 1, key: 'speakers:title', text: 'Speakers' },
      { kind: 'people', form: 'cards', people: speakers.map(({ key, name, title, pronunciation }) => ({ name, title: title || 'Title not known', ...(pronunciation ? { pronunciation } : {}), note: sessions.filter((session) => session.speakers.some((speaker) => speaker.key === key)).map((session) => `${session.title}${session.startsAt === null ? '' : `, ${momentText(session.startsAt)}`}`).join('; ') })) },
    ],
  }];
}

/** Until the announcement not even the nominees are named: a lone nominee is the winner. */
function awardPages(sight: Sight, override: EmbargoOverride | null): Page[] {
  const awards = sight.awards();
  if (awards.length === 0) return [];
  const warning: Block[] = override === null ? [] : [{ kind: 'callout', tone: 'warning', title: 'Winners before the announcement', text: `Printed by order of ${override.by}: ${override.reason}. Keep this book closed until each award is announced.` }];
  return [{
    kind: 'page', key: 'awards', title: 'Awards', blocks: [
      { kind: 'heading', level: 1, key: 'awards:title', text: 'Awards' }, ...warning,
      {
        kind: 'table', empty: '', columns: [{ title: '', width: 'fit' }, { title: 'Award', width: 3 }, { title: 'Announced in', width: 3 }, { title: 'Winner', width: 4 }],
        rows: awards.map((award, at) => ({ cells: [String(at + 1), [bold(award.name)], announcedIn(sight, award), winnerText(sight, award)] })),
      },
    ],
  }];
}

function announcedIn({ sessions }: Sight, { session }: SeenAward): Text {
  const found = sessions.find(({ key }) => key === session);
  return found ? `${found.title}${found.startsAt === null ? '' : `, ${momentText(found.startsAt)}`}` : missing('no session yet');
}

function winnerText({ summit }: Sight, award: SeenAward): Text {
  if (!award.isOpen) return award.until === null ? 'Under embargo until it is announced' : `Under embargo until ${momentText(wallClock(award.until, summit.zone))}`;
  return award.winners.length === 0 ? missing('nobody scored') : [bold(listed(award.winners.map(({ name }) => name.text)))];
}
