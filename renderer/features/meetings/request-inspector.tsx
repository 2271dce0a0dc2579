import { Badge, Button } from '@mantine/core';
import type { ContactId, ExecutiveId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { editRequest, place } from '#shared/meetings/commands.ts';
import { type MeetingRequest, priorities } from '#shared/meetings/request.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { clashText, vetoText } from '#shared/meetings/words.ts';
import { fullName } from '#shared/partners/contact.ts';
import { choicesOf } from '#renderer/app/record.ts';
import { refused } from '#renderer/app/refused.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import { FindingList } from '#renderer/ui/feedback/findings.tsx';
import type { Field, FieldValue } from '#renderer/ui/forms/field.ts';
import { type KeyFact, KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { lengthChoices, namesIn, partChoices, pinMeeting, placeRequest, priorityChoices, removeRequest, reopenRequest, sideChoices, unplaceMeeting, withdrawRequest } from './actions.ts';
import { liftNoThanks, noThanks } from './no-thanks.ts';
import { furtherFacts } from './request-facts.ts';
import { hostName, partnerName, roomName, stateWords, whenWords } from './select.ts';
import { swapMeeting } from './swap.ts';
import { attempt, clashesOf, inWords } from './where.ts';
import { Elsewhere, WhyNot } from './why-not.tsx';

/** One request beside the list: where it is held and what speaks against it, who sits in it, what was asked. */
export function RequestInspector({ request, where }: { readonly request: MeetingRequest; readonly where: Whereabouts }) {
  const planner = usePlanner();
  const meeting = where.meetingOf(request.id);
  const state = where.stateOf(request);
  const clashes = meeting ? clashesOf(where, meeting) : [];
  return (
    <Inspector
      title={partnerName(where, request)} subtitle={`with ${hostName(where, request.host)}`} onClose={() => { planner.go('meetings'); }}
      badges={<><Badge variant="light" {...(state === 'placed' ? {} : { color: 'gray' })}>{stateWords[state]}</Badge>{meeting?.placement.pinned && <Badge variant="light">Pinned</Badge>}{request.confidential && <Badge variant="light">Confidential</Badge>}</>}
      actions={<>
        {state === 'open' || state === 'placed' ? <Button onClick={() => void placeRequest.run(planner)}>{meeting ? 'Move…' : 'Place…'}</Button> : null}
        {meeting && <Button variant="default" onClick={() => void pinMeeting.run(planner)}>{meeting.placement.pinned ? 'Unpin' : 'Pin'}</Button>}
        {meeting && !meeting.placement.pinned && <Button variant="default" onClick={() => void swapMeeting.run(planner)}>{swapMeeting.label}</Button>}
        {meeting && <Button variant="default" onClick={() => void unplaceMeeting.run(planner)}>Unplace</Button>}
        {request.withdrawn ? <Button variant="default" onClick={() => void reopenRequest.run(planner)}>Reopen</Button> : <Button variant="default" onClick={() => void withdrawRequest.run(planner)}>Withdraw…</Button>}
        {request.veto ? <Button variant="default" onClick={() => void liftNoThanks.run(planner)}>{liftNoThanks.label}</Button> : <Button variant="default" onClick={() => void noThanks.run(planner)}>{noThanks.label}</Button>}
        <Button variant="default" color="red" onClick={() => void removeRequest.run(planner)}>Remove</Button>
      </>}
    >
      <InspectorSection title="Meeting">
        {meeting ? <p>{whenWords(meeting.startsAt)}–{meeting.endsAt.slice(11)}, {roomName(where, meeting.placement.room)}</p> : <p className="sp-muted">{state === 'vetoed' ? vetoWords(where, request) : request.withdrawn ? `Withdrawn by the ${request.withdrawn.side}${request.withdrawn.reason ? `: ${request.withdrawn.reason}` : ''}.` : state === 'not-invited' ? 'The partner is not invited, so it is not scheduled.' : 'Not placed yet.'}</p>}
        {meeting && <FindingList plain label="Clashes of this meeting" empty="Nothing clashes." findings={clashes.map((clash, index) => ({ id: String(index), severity: clash.weight === 'clash' ? 'blocker' : 'advice', text: clashText(where.tables, clash) }))} />}
        {meeting && !meeting.placement.pinned && state === 'placed' && clashes.some(({ weight }) => weight === 'clash') && <Elsewhere where={where} request={request} />}
        {state === 'open' && <WhyNot where={where} request={request} onPlace={(spot) => { attempt(planner, where, place(where, request.id, spot, planner.mint)); }} />}
      </InspectorSection>
      <InspectorSection title="In the room">
        <ul className="sp-plain-list">{where.peopleOf(request).map(({ key, kind, name }) => <li key={key}>{name} <span className="sp-muted">{kind === 'executive' ? (key === `exec:${request.host}` ? 'host' : 'co-host') : kind === 'contact' ? '' : kind === 'named' ? 'not in the contacts' : ''}</span></li>)}{where.optionalOf(request).map(({ key, name }) => <li key={key}>{name} <span className="sp-muted">welcome</span></li>)}</ul>
      </InspectorSection>
      <InspectorSection title="Request"><KeyFacts facts={facts(request, planner, where)} /></InspectorSection>
    </Inspector>
  );
}

function vetoWords(where: Whereabouts, request: MeetingRequest): string {
  const no = where.vetoOf(request);
  return no ? vetoText(no, partnerName(where, no), hostName(where, no.host)) : '';
}

function facts(request: MeetingRequest, planner: Planner, where: Whereabouts): KeyFact[] {
  const { executives, contacts } = planner.snapshot;
  const fact = (field: Field, value: FieldValue, fieldsOf: (value: FieldValue) => Partial<MeetingRequest>): KeyFact => ({
    field, value, onCommit: (next) => refused(planner, inWords(where, editRequest(planner.snapshot, request.id, fieldsOf(next)))),
  });
  const text = (value: FieldValue) => (typeof value === 'string' ? value : '');
  const people = choicesOf([...contacts.values()].filter(({ partner }) => partner === request.partner).map((contact) => ({ id: contact.id, name: `${fullName(contact)}${contact.role ? `, ${contact.role}` : ''}` })));
  return [
    fact({ name: 'host', label: 'Host', kind: 'choice', required: true, choices: choicesOf(executives.values()) }, request.host, (value) => ({ host: text(value) as ExecutiveId })),
    fact({ name: 'priority', label: 'Priority', kind: 'choice', choices: priorityChoices }, request.priority, (value) => ({ priority: priorities.find((one) => one === value) ?? null })),
    fact({ name: 'length', label: 'Length', kind: 'choice', choices: lengthChoices }, request.durationMinutes === null ? null : String(request.durationMinutes), (value) => ({ durationMinutes: (Number(value) || null) as MeetingRequest['durationMinutes'] })),
    fact({ name: 'topic', label: 'Topic', kind: 'text' }, request.topic, (value) => ({ topic: text(value) })),
    fact({ name: 'confidential', label: 'Confidential', kind: 'flag' }, request.confidential, (value) => ({ confidential: value === true })),
    fact({ name: 'attendees', label: 'Further guests', kind: 'choices', choices: people }, request.attendees, (value) => ({ attendees: (Array.isArray(value) ? value : []) as readonly ContactId[] })),
    fact({ name: 'attendeeNames', label: 'Others by name', kind: 'text', hint: 'Separated by semicolons' }, request.attendeeNames.join('; '), (value) => ({ attendeeNames: namesIn(text(value)) })),
    fact({ name: 'preferredDay', label: 'Preferred day', kind: 'choice', choices: planner.summit.days.map(({ date }) => ({ value: date, label: date })) }, request.preferredDay, (value) => ({ preferredDay: (text(value) || null) as LocalDate | null })),
    fact({ name: 'partOfDay', label: 'Part of day', kind: 'choice', choices: partChoices }, request.partOfDay, (value) => ({ partOfDay: (text(value) || null) as MeetingRequest['partOfDay'] })),
    fact({ name: 'side', label: 'Asked by', kind: 'choice', choices: sideChoices }, request.side, (value) => ({ side: (text(value) || null) as MeetingRequest['side'] })),
    ...furtherFacts(request, fact, planner),
  ];
}
