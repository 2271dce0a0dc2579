import { minutesBetween, timeOf } from '#shared/kernel/time.ts';
import { counted } from '#shared/kernel/text.ts';
import { dayOf, minutesInto } from '#shared/summit/day.ts';
import { type GridWish, type ProposedBlock, startsIn } from '#shared/summit/grid-plan.ts';
import { spanOf } from '#shared/summit/meeting-time.ts';
import { theSummit } from '#shared/summit/summit.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { Band } from '#renderer/ui/charts/day-bands.tsx';
import { dateWords } from '#renderer/ui/data-table/cell-text.ts';

/** The chosen days as lines of time: sessions, blocks there are, what is kept free, and the proposed blocks with their starts. */
export function dayLines(snapshot: Snapshot, wish: GridWish, blocks: readonly ProposedBlock[]): { readonly label: string; readonly bands: readonly Band[] }[] {
  const summit = theSummit(snapshot);
  return summit.days.filter(({ date }) => wish.days.includes(date)).map(({ date }) => {
    const into = (moment: Parameters<typeof minutesInto>[1]) => minutesInto(date, moment);
    const sessions = [...snapshot.sessions.values()].flatMap((session) => { const span = spanOf(session); return span && dayOf(summit, span.startsAt) === date ? [{ session, ...span }] : []; });
    const inTheWay = sessions.filter(({ session, ...span }) => session.kind === 'Meeting block' || !blocks.some((block) => block.startsAt < span.endsAt && span.startsAt < block.endsAt));
    return {
      label: dateWords(date).replace(/ \d{4}$/, ''),
      bands: [
        ...joined(inTheWay.map(({ session, startsAt, endsAt }): Band => ({ from: into(startsAt), to: into(endsAt), label: session.title, tone: session.kind === 'Meeting block' ? 'present' : 'quiet' }))),
        ...(wish.lunch && wish.lunch.from < wish.lunch.to ? [{ from: into(`${date}T${wish.lunch.from}` as never), to: into(`${date}T${wish.lunch.to}` as never), label: 'Lunch', tone: 'free' as const }] : []),
        ...blocks.filter(({ day }) => day === date).map((block): Band => ({
          from: into(block.startsAt), to: into(block.endsAt), label: `${timeOf(block.startsAt)}–${timeOf(block.endsAt)}`, tone: 'new', words: `${counted(block.starts, 'start')}, ${counted(block.capacity, 'meeting')}`,
          ticks: startsIn(wish, block).map((start) => into(block.startsAt) + minutesBetween(block.startsAt, start)),
        })),
      ],
    };
  });
}

/** Sessions at the same time are one band, named after the first and how many more. */
function joined(bands: readonly Band[]): Band[] {
  const lines: Band[] = [];
  const more: number[] = [];
  for (const band of [...bands].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = lines.at(-1);
    if (last && band.from < last.to && band.tone === last.tone) {
      lines[lines.length - 1] = { ...last, to: Math.max(last.to, band.to) };
      more[lines.length - 1] = (more[lines.length - 1] ?? 0) + 1;
    } else lines.push(band);
  }
  return lines.map((band, index) => (more[index] ? { ...band, words: `and ${more[index]} more` } : band));
}
