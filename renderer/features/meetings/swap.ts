import type { RequestId } from '#shared/kernel/ids.ts';
import { swap } from '#shared/meetings/commands.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { textIn } from '#renderer/ui/forms/field.ts';
import { swapPartners } from './board-judge.ts';
import { hostName, partnerName, roomName, whenWords } from './select.ts';
import { inWords, whereOf } from './where.ts';

export const swapMeeting = defineAction({ id: 'meetings.swap', label: 'Swap with…', keys: 'Mod+Shift+X', place: 'meetings', isEnabled: isSwappable, run: askWithWhom });
export const swapActions: readonly Action[] = [swapMeeting];

function isSwappable({ snapshot, selected }: Planner): boolean {
  return [...snapshot.placements.values()].some(({ request, pinned }) => request === selected && !pinned);
}

/** The way to exchange two meetings without dragging: those with which it is possible, in order of time. */
async function askWithWhom(planner: Planner): Promise<void> {
  const where = whereOf(planner.snapshot);
  const meeting = where.meetingOf(planner.selected as RequestId);
  if (!meeting) return;
  const name = partnerName(where, meeting.request);
  const others = swapPartners(where, meeting.request.id).sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
  if (others.length === 0) return planner.tell(`${name} can change places with no other meeting: something would clash, or is pinned. Nothing was changed.`, 'bad');
  await planner.fill({
    title: `Swap ${name}`, submit: 'Swap', intro: `${name} is held ${whenWords(meeting.startsAt)} in ${roomName(where, meeting.placement.room)}. The two exchange their times and rooms; these are possible without a clash.`,
    fields: [{ name: 'other', label: 'With', kind: 'choice', required: true, choices: others.map(({ request, placement, startsAt }) => ({ value: request.id, label: `${whenWords(startsAt)}, ${roomName(where, placement.room)}: ${partnerName(where, request)} with ${hostName(where, request.host)}` })) }],
    take(values) {
      const outcome = inWords(where, swap(where, meeting.request.id, textIn(values, 'other') as RequestId));
      if (!outcome.ok) return { '': outcome.problem.text ?? 'Nothing was changed.' };
      planner.commit(outcome.value);
      return undefined;
    },
  });
}
