import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { LocalDateTime } from '#shared/kernel/time.ts';
import type { Executive } from '#shared/partners/executive.ts';
import { editFields } from '#shared/workspace/edit-field.ts';
import { factsOf } from '#renderer/app/record.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { textIn } from '#renderer/ui/forms/field.ts';
import { KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { removePerson } from './actions.ts';

export function ExecutiveInspector({ executive }: { readonly executive: Executive }) {
  const planner = usePlanner();
  const { snapshot, summit } = planner;
  const fact = factsOf(planner, 'executives', executive.id, executive.name);
  const rooms = [...snapshot.rooms.values()].map(({ id, name }) => ({ value: id as string, label: name }));
  const setSpells = (unavailable: Executive['unavailable']) => planner.attempt(editFields(snapshot, 'executives', executive.id, { unavailable }, `Availability of ${executive.name}`));
  const requests = [...snapshot.requests.values()].filter(({ host }) => host === executive.id);
  async function addSpell() {
    const [first] = summit.days;
    const day = first?.date ?? planner.today();
    const values = await planner.fill({
      title: `When is ${executive.name} not available?`,
      submit: 'Add',
      initial: { from: `${day}T12:00`, to: `${day}T13:00` },
      fields: [{ name: 'from', label: 'From', kind: 'date-time', required: true, width: 'half' }, { name: 'to', label: 'To', kind: 'date-time', required: true, width: 'half' }],
      check: (all) => (textIn(all, 'to') > textIn(all, 'from') ? {} : { to: 'The end lies before the start.' }),
    });
    if (values) setSpells([...executive.unavailable, { startsAt: textIn(values, 'from') as LocalDateTime, endsAt: textIn(values, 'to') as LocalDateTime }]);
  }
  return (
    <Inspector title={executive.name} subtitle={executive.title} onClose={() => { planner.go('people'); }} actions={<Button variant="default" color="red" onClick={() => void removePerson.run(planner)}>{removePerson.label}</Button>}>
      <InspectorSection title="Executive">
        <KeyFacts
          facts={[
            fact({ name: 'name', label: 'Name', kind: 'text', required: true }, executive.name),
            fact({ name: 'pronunciation', label: 'Pronunciation', kind: 'text' }, executive.pronunciation),
            fact({ name: 'title', label: 'Title', kind: 'text' }, executive.title),
            fact({ name: 'email', label: 'E-mail', kind: 'text' }, executive.email),
            fact({ name: 'maxMeetingsPerDay', label: 'Meetings a day', kind: 'number', whole: true, min: 0 }, executive.maxMeetingsPerDay),
            fact({ name: 'homeRoom', label: 'Home room', kind: 'choice', choices: rooms }, executive.homeRoom),
            { field: { name: 'topics', label: 'Topics', kind: 'text' }, value: executive.topics.join(', ') },
            { field: { name: 'requests', label: 'Meeting requests', kind: 'number' }, value: requests.length },
          ]}
        />
      </InspectorSection>
      <InspectorSection title="Not available" aside={<Button size="compact-xs" variant="subtle" onClick={() => void addSpell()}>Add a spell</Button>}>
        <ul className="sp-plain-list">
          {executive.unavailable.map((spell) => (
            <li key={`${spell.startsAt}/${spell.endsAt}`} className="sp-spell">
              <span>{spell.startsAt.replace('T', ' ')} to {spell.endsAt.replace('T', ' ')}</span>
              <ActionIcon aria-label={`Remove ${spell.startsAt.replace('T', ' ')}`} onClick={() => setSpells(executive.unavailable.filter((other) => other !== spell))}><IconX size={14} /></ActionIcon>
            </li>
          ))}
        </ul>
        {executive.unavailable.length === 0 && <p className="sp-muted">Free all day, every day.</p>}
      </InspectorSection>
    </Inspector>
  );
}
