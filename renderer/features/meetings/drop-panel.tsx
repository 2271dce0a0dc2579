import { CloseButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Aim } from '#shared/meetings/drop-cures.ts';
import type { MeetingRequest } from '#shared/meetings/request.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { CureList } from './cure-list.tsx';
import { meetingTables } from './cure-tables.ts';
import { hostName, partnerName, roomName, whenWords } from './select.ts';
import { useWhy } from './why-store.ts';

/** A drop that was refused: where it was meant, and why not. */
export type RefusedDrop = { readonly request: MeetingRequest; readonly aim: Aim; readonly reason: string };

/** Beside the board after a refused drop: why the meeting cannot be held there, and what would let it. Escape closes it. */
export function DropPanel({ where, drop: { request, aim, reason }, onClose }: { readonly where: Whereabouts; readonly drop: RefusedDrop; readonly onClose: () => void }) {
  const { heard, hasFailed } = useWhy(meetingTables(usePlanner().snapshot), { request: request.id, aim });
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => { title.current?.focus(); }, [request.id, aim]);
  const close = () => {
    onClose();
    requestAnimationFrame(() => { focusOn(request.id); });
  };
  const name = `${partnerName(where, request)} with ${hostName(where, request.host)}`;
  const spot = `${whenWords(aim.startsAt)}${aim.room === null ? '' : ` in ${roomName(where, aim.room)}`}`;
  return (
    <section className="sp-drop-panel" aria-label="Refused drop" onKeyDown={(keys) => { if (keys.key === 'Escape') { keys.stopPropagation(); close(); } }}>
      <header><h2 ref={title} tabIndex={-1}>{name}: not {spot}</h2><CloseButton size="sm" aria-label="Close" onClick={close} /></header>
      <p>{reason}</p>
      <CureList where={where} cures={heard?.cures ?? []} ended={heard?.ended ?? null} hasFailed={hasFailed} label="Cures of this drop" title="What would let it be held there, the cheapest first" none="Nothing that may be moved, given up or asked for would let it be held there." onTaken={close} />
    </section>
  );
}

/** Where the planner goes on: at the meeting on the board, or in the list of what waits. */
function focusOn(id: string): void {
  const meeting = document.querySelector<HTMLElement>(`[data-event-id="${CSS.escape(id)}"]`)?.closest<HTMLElement>('.rbc-event');
  (meeting ?? document.querySelector<HTMLElement>('.sp-carry-button'))?.focus();
}
