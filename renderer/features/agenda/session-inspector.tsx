import { Badge, Button } from '@mantine/core';
import type { Session } from '#shared/summit/session.ts';
import { factsOf } from '#renderer/app/record.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import type { FieldValue } from '#renderer/ui/forms/field.ts';
import { FindingList } from '#renderer/ui/feedback/findings.tsx';
import { KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { copySession, editSession, removeSession } from './actions.ts';
import { clashWords } from './select.ts';
import { sessionFields } from './session-form.ts';

/** One session beside the board: what it is, and what speaks against it. */
export function SessionInspector({ session }: { readonly session: Session }) {
  const planner = usePlanner();
  const clashes = clashWords(planner.snapshot, session);
  const fact = factsOf(planner, 'sessions', session.id, session.title);
  const valueOf = (name: string) => (session as unknown as Record<string, FieldValue>)[name] ?? null;
  return (
    <Inspector
      title={session.title} subtitle={[session.kind, session.code].filter(Boolean).join(' · ')}
      badges={<>{session.needsNda && <Badge variant="light">NDA</Badge>}{session.makesBusy && <Badge variant="light" color="gray">Makes busy</Badge>}</>}
      onClose={() => { planner.go('agenda'); }} onOpenFull={() => void editSession.run(planner)}
      actions={<>
        <Button variant="default" onClick={() => void editSession.run(planner)}>Edit…</Button>
        <Button variant="default" onClick={() => void copySession.run(planner)}>Copy</Button>
        <Button variant="default" color="red" onClick={() => void removeSession.run(planner)}>Remove</Button>
      </>}
    >
      <InspectorSection title="Clashes">
        <FindingList plain label="Clashes of this session" empty="Nothing clashes." findings={clashes.map(({ weight, text }, index) => ({ id: String(index), severity: weight === 'clash' ? 'blocker' : 'advice', text }))} />
      </InspectorSection>
      <InspectorSection title="Session"><KeyFacts facts={sessionFields(planner.snapshot).map((field) => fact(field, valueOf(field.name)))} /></InspectorSection>
    </Inspector>
  );
}
