import { Button } from '@mantine/core';
import type { Contact } from '#shared/partners/contact.ts';
import type { Executive } from '#shared/partners/executive.ts';
import type { Span } from '#shared/kernel/time.ts';
import { editFields } from '#shared/workspace/edit-field.ts';
import { askSpell, factsOf } from '#renderer/app/record.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { SpellList } from '#renderer/ui/forms/spell-list.tsx';
import { InspectorSection } from '#renderer/ui/place/inspector.tsx';

/** When somebody can be met and how often: travel, hours, limits, and the spells in which they are away. Times only; no flight is kept. */
export function Availability({ table, person, name }: { readonly table: 'contacts' | 'executives'; readonly person: Contact | Executive; readonly name: string }) {
  const planner = usePlanner();
  const { summit, snapshot } = planner;
  const fact = factsOf(planner, table, person.id, name);
  const setSpells = (unavailable: readonly Span[]) => planner.attempt(editFields(snapshot, table, person.id, { unavailable }, `Availability of ${name}`));
  async function addSpell() {
    const spell = await askSpell(planner, `When is ${name} not available?`);
    if (spell) setSpells([...person.unavailable, spell]);
  }
  return (
    <>
      <InspectorSection title="Time for meetings" aside={<small className="sp-muted">{summit.travelMarginMinutes} minutes around travel are kept free</small>}>
        <KeyFacts
          facts={[
            fact({ name: 'arrivesAt', label: 'Arrives', kind: 'date-time' }, person.arrivesAt),
            fact({ name: 'departsAt', label: 'Leaves', kind: 'date-time' }, person.departsAt),
            fact({ name: 'worksFrom', label: 'Each day from', kind: 'time' }, person.worksFrom),
            fact({ name: 'worksUntil', label: 'Each day until', kind: 'time' }, person.worksUntil),
            fact({ name: 'maxMeetingsPerDay', label: 'Meetings a day', kind: 'number', whole: true, min: 0 }, person.maxMeetingsPerDay),
            fact({ name: 'maxMeetings', label: 'Meetings in all', kind: 'number', whole: true, min: 0 }, person.maxMeetings),
          ]}
        />
      </InspectorSection>
      <InspectorSection title="Not available" aside={<Button size="compact-xs" variant="subtle" onClick={() => void addSpell()}>Add a spell</Button>}>
        <SpellList spells={person.unavailable} empty="Free all day, every day." onRemove={(spell) => { setSpells(person.unavailable.filter((other) => other !== spell)); }} />
      </InspectorSection>
    </>
  );
}
