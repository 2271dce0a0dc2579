import { Button, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { RequestId } from '#shared/kernel/ids.ts';
import { folded } from '#shared/kernel/text.ts';
import { place } from '#shared/meetings/commands.ts';
import { lengthOf, type MeetingRequest } from '#shared/meetings/request.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import type { CarriedItem } from '#renderer/ui/calendar-board/board.ts';
import { CarryList } from '#renderer/ui/calendar-board/carry-list.tsx';
import type { BoardMode } from './board-columns.ts';
import { hostName, partnerName, waitingRequests } from './select.ts';
import type { Reasons } from './use-reasons.ts';
import { cheapestWords } from './cheapest.ts';
import { meetingTables } from './cure-tables.ts';
import { useKnown } from './why-store.ts';
import { attempt } from './where.ts';
import { WhyNot } from './why-not.tsx';

export type WaitingItem = CarriedItem & { readonly request: MeetingRequest };

/** What waits for a place beside the board, the heaviest first, each with why; dragged in, or placed by keyboard. */
export function WaitingList({ where, mode, reasons, onDrag, onCarry }: { readonly where: Whereabouts; readonly mode: BoardMode; readonly reasons: Reasons; readonly onDrag: (item: CarriedItem | null) => void; readonly onCarry: (item: CarriedItem) => void }) {
  const planner = usePlanner();
  const known = useKnown(meetingTables(planner.snapshot));
  const [asked, setAsked] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const all = useMemo(() => waitingRequests(where).map((request): WaitingItem => ({
    id: request.id, title: partnerName(where, request), minutes: lengthOf(request), request, ...(mode === 'host' && { resourceId: request.host }), ...(mode === 'partner' && { resourceId: request.partner }),
  })), [where, mode]);
  const items = useMemo(() => {
    const wanted = folded(words).split(' ').filter(Boolean);
    return wanted.length === 0 ? all : all.filter(({ title, request }) => wanted.every((word) => folded(`${title} ${hostName(where, request.host)} ${request.topic}`).includes(word)));
  }, [all, words, where]);
  return (
    <CarryList
      title="Not placed" items={items} onDrag={onDrag} onCarry={onCarry} empty={all.length > 0 ? 'None has these words.' : <NothingWaits where={where} />}
      tools={all.length > 0 && <TextInput aria-label="Filter what waits by partner or host" placeholder="Partner or host" size="xs" leftSection={<IconFilter size={14} />} value={words} onChange={(event) => { setWords(event.currentTarget.value); }} />}
      groupOf={({ request }) => groups[request.priority ?? 'none']}
      detail={({ request }) => <><span>{[`${lengthOf(request)} min`, hostName(where, request.host), request.confidential ? 'confidential' : ''].filter(Boolean).join(' · ')}</span><ShortReason reason={reasons.get(request.id)} /><Cheapest words={cheapestWords(where.tables, known.get(request.id))} /></>}
      action={({ id, request }) => (
        <>
          <Button size="compact-xs" variant="subtle" aria-expanded={asked === id} onClick={() => { setAsked(asked === id ? null : id); }}>Why not?</Button>
          <Button size="compact-xs" variant="subtle" onClick={() => { planner.go('meetings', id); }}>Open</Button>
          {asked === id && <WhyNot where={where} request={request} onPlace={(spot) => { attempt(planner, where, place(where, id as RequestId, spot, planner.mint)); }} />}
        </>
      )}
    />
  );
}

/** Everything has a place, or nobody who could have one is invited. */
function NothingWaits({ where }: { readonly where: Whereabouts }) {
  const { go } = usePlanner();
  const states = [...where.tables.requests.values()].map((request) => where.stateOf(request));
  if (states.includes('placed') || !states.includes('not-invited')) return 'Every request of an invited partner has a place.';
  return <>The partners of these requests are not invited yet. <Button size="compact-xs" variant="subtle" onClick={() => { go('invitees'); }}>Go to Invitees</Button></>;
}

const groups = { must: 'Must', should: 'Should', could: 'Could', none: 'Without priority' } as const;

function ShortReason({ reason }: { readonly reason: { readonly free: number; readonly text: string } | undefined }) {
  return <span className="sp-waiting-why" data-free={reason && reason.free > 0 ? true : undefined}>{reason ? reason.text : '…'}</span>;
}

/** The cheapest cure, as soon as it is known. */
function Cheapest({ words }: { readonly words: string | null | undefined }) {
  return words ? <span className="sp-waiting-cure">{words}</span> : null;
}
