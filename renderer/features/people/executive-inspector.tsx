import { Button } from '@mantine/core';
import type { Executive } from '#shared/partners/executive.ts';
import { factsOf } from '#renderer/app/record.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { removePerson } from './actions.ts';
import { Availability } from './availability.tsx';

export function ExecutiveInspector({ executive }: { readonly executive: Executive }) {
  const planner = usePlanner();
  const { snapshot } = planner;
  const fact = factsOf(planner, 'executives', executive.id, executive.name);
  const rooms = [...snapshot.rooms.values()].map(({ id, name }) => ({ value: id as string, label: name }));
  const requests = [...snapshot.requests.values()].filter(({ host }) => host === executive.id);
  return (
    <Inspector title={executive.name} subtitle={executive.title} onClose={() => { planner.go('people'); }} actions={<Button variant="default" color="red" onClick={() => void removePerson.run(planner)}>{removePerson.label}</Button>}>
      <InspectorSection title="Executive">
        <KeyFacts
          facts={[
            fact({ name: 'name', label: 'Name', kind: 'text', required: true }, executive.name),
            fact({ name: 'pronunciation', label: 'Pronunciation', kind: 'text' }, executive.pronunciation),
            fact({ name: 'title', label: 'Title', kind: 'text' }, executive.title),
            fact({ name: 'email', label: 'E-mail', kind: 'text' }, executive.email),
            fact({ name: 'homeRoom', label: 'Home room', kind: 'choice', choices: rooms }, executive.homeRoom),
            { field: { name: 'topics', label: 'Topics', kind: 'text' }, value: executive.topics.join(', ') },
            { field: { name: 'requests', label: 'Meeting requests', kind: 'number' }, value: requests.length },
          ]}
        />
      </InspectorSection>
      <Availability table="executives" person={executive} name={executive.name} />
    </Inspector>
  );
}
