import { Button } from '@mantine/core';
import { IconBan, IconCheck, IconHandStop } from '@tabler/icons-react';
import { useMemo } from 'react';
import { audienceOf } from '#shared/invitations/audience.ts';
import { coverageText, cureText } from '#shared/agreements/coverage-text.ts';
import type { Coverage } from '#shared/agreements/coverage.ts';
import { confidentialSessions } from '#shared/agreements/door-list.ts';
import { gateOf } from '#shared/agreements/gate.ts';
import { expectedPartners } from '#shared/invitations/stage.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { type Contact, fullName, sortName } from '#shared/partners/contact.ts';
import type { Session } from '#shared/summit/session.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { dateWords } from '#renderer/ui/data-table/cell-text.ts';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { addForParty, waiveForParty } from './actions.ts';

/** One expected person with the coverage for each confidential session; a session that is not for them is absent. */
export type PersonCoverage = { readonly id: Contact['id']; readonly contact: Contact; readonly organisation: string; readonly of: ReadonlyMap<SessionId, Coverage> };

export function coverageRows(snapshot: Snapshot): PersonCoverage[] {
  const gate = gateOf(snapshot);
  const expected = expectedPartners(snapshot);
  const audiences = confidentialSessions(snapshot).map((session) => ({ session, people: new Set(audienceOf(snapshot, session).people.map(({ id }) => id)) }));
  return [...snapshot.contacts.values()].filter(({ partner }) => partner !== null && expected.has(partner)).map((contact) => ({
    id: contact.id, contact, organisation: (contact.partner && snapshot.partners.get(contact.partner)?.name) ?? '',
    of: new Map(audiences.filter(({ people }) => people.has(contact.id)).map(({ session }) => [session.id, gate.mayAttend(contact.id, session)])),
  }));
}

/** People of invited partners against confidential sessions: who may hear what, on which day. */
export function CoverageTable({ planner, rows, quick }: { readonly planner: Planner; readonly rows: readonly PersonCoverage[]; readonly quick: string }) {
  const { snapshot, selected, go } = planner;
  const columns = useMemo(() => coverageColumns(confidentialSessions(snapshot)), [snapshot]);
  const hasSessions = columns.length > fixedColumns;
  return (
    <DataTable
      label="Coverage" rows={hasSessions ? rows : []} columns={columns} rowId={({ id }) => id} quick={quick} activeId={selected} onActiveChange={(id) => { go('ndas', id); }} onExport={(shown) => void exportTable(planner, 'NDA coverage', shown)}
      empty={hasSessions
        ? <EmptyState title="Nobody is expected yet" actions={<Button onClick={() => { go('invitees'); }}>Choose invitees</Button>}>Coverage is worked out for the people of partners that are approved or invited.</EmptyState>
        : <EmptyState title="No confidential sessions" actions={<Button onClick={() => { go('agenda'); }}>Open the agenda</Button>}>Mark the sessions that need an NDA; then you see here who may hear them.</EmptyState>}
    />
  );
}

const fixedColumns = 4;

function coverageColumns(sessions: readonly Session[]): Column<PersonCoverage>[] {
  return [
    { id: 'person', title: 'Person', kind: 'text', width: 180, value: ({ contact }) => fullName(contact), text: ({ contact }) => fullName(contact) },
    { id: 'organisation', title: 'Partner', kind: 'text', width: 190, value: ({ organisation }) => organisation },
    { id: 'role', title: 'Role', kind: 'text', width: 130, value: ({ contact }) => contact.role },
    { id: 'blocked', title: 'Blocked', kind: 'number', width: 88, hint: 'Sessions this person may not hear', value: ({ of }) => [...of.values()].filter(({ outcome }) => outcome === 'blocked').length },
    ...sessions.map((session): Column<PersonCoverage> => ({
      id: session.id, title: session.title, kind: 'choice', width: 132, hint: `${session.title}${session.startsAt ? `, ${dateWords(session.startsAt)} ${session.startsAt.slice(11)}` : ', no day yet'}`, choices: outcomeChoices,
      value: ({ of }) => of.get(session.id)?.outcome ?? null, render: ({ of }) => { const coverage = of.get(session.id); return coverage ? <CoverageMark coverage={coverage} /> : <span className="sp-muted">–</span>; },
    })),
  ];
}

const words = { organisation: 'Company', person: 'Personal', waived: 'Waived', blocked: 'Blocked', 'not-required': 'Open' } as const satisfies Record<Coverage['outcome'], string>;
const outcomeChoices = (['blocked', 'waived', 'person', 'organisation'] as const).map((value) => ({ value, label: words[value] }));

/** Coverage by icon, word and colour; the reason on hover. */
export function CoverageMark({ coverage }: { readonly coverage: Coverage }) {
  const { outcome } = coverage;
  const Icon = outcome === 'blocked' ? IconBan : outcome === 'waived' ? IconHandStop : IconCheck;
  return <span className="nda-mark" data-outcome={outcome} title={outcome === 'blocked' ? `${coverageText(coverage)}. ${cureText(coverage)}` : coverageText(coverage)}><Icon size={15} aria-hidden />{words[outcome]}</span>;
}

/** One person: every confidential session with the ground or the reason and its cure. */
export function PersonInspector({ row: { contact, organisation, of } }: { readonly row: PersonCoverage }) {
  const planner = usePlanner();
  const { sessions } = planner.snapshot;
  const party = { level: 'person', contact: contact.id } as const;
  return (
    <Inspector
      title={fullName(contact)} subtitle={[organisation, contact.title].filter(Boolean).join(' · ')} onClose={() => { planner.go('ndas'); }}
      actions={<>
        {contact.partner && <Button onClick={() => void addForParty(planner, contact.partner && { level: 'organisation', partner: contact.partner })}>NDA for the company…</Button>}
        <Button variant="default" onClick={() => void addForParty(planner, party)}>Personal NDA…</Button><Button variant="default" onClick={() => void waiveForParty(planner, party)}>Waive…</Button>
      </>}
    >
      <InspectorSection title="Confidential sessions">
        <ul className="nda-sessions">
          {[...of].map(([id, coverage]) => {
            const session = sessions.get(id);
            return (
              <li key={id}>
                <div className="nda-session"><strong>{session?.title}</strong><CoverageMark coverage={coverage} /></div>
                <div className="sp-muted">{session?.startsAt ? `${dateWords(session.startsAt)}, ${session.startsAt.slice(11)}` : 'No day yet'}</div>
                <div>{coverageText(coverage)}.{coverage.outcome === 'blocked' && ` ${cureText(coverage)}`} {'agreement' in coverage && <a className="sp-link" href={`#/ndas/${coverage.agreement}`}>Open the agreement</a>}</div>
              </li>
            );
          })}
        </ul>
        {of.size === 0 && <p className="sp-muted">None of the confidential sessions is for {sortName(contact)}.</p>}
      </InspectorSection>
      <p><a className="sp-link" href={`#/people/${contact.id}`}>Open the person’s page</a></p>
    </Inspector>
  );
}
