import { NumberInput } from '@mantine/core';
import { byName } from '#shared/kernel/name-order.ts';
import { folded } from '#shared/kernel/text.ts';
import { setWalk } from '#shared/summit/walks.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { InspectorSection } from '#renderer/ui/place/inspector.tsx';

/** Minutes on foot between the floors and buildings that rooms name, each pair once: the lower half of a table. */
export function Walking({ planner }: { readonly planner: Planner }) {
  const { summit, snapshot } = planner;
  const places = [...new Map([...snapshot.rooms.values()].map(({ floor }) => [folded(floor), floor.trim()])).values()].sort(byName);
  const minutes = (from: string, to: string) => summit.walking.find((walk) => [walk.from, walk.to].every((place) => [from, to].some((one) => folded(one) === folded(place))) && folded(walk.from) !== folded(walk.to))?.minutes ?? 0;
  if (places.length < 2) return <InspectorSection level={2} title="Walking"><p className="sp-muted">Give rooms their floor or building under Rooms; then say here how long the walk between them takes.</p></InspectorSection>;
  return (
    <InspectorSection level={2} title="Walking" aside={<small className="sp-muted">minutes, either way</small>}>
      <table className="sp-walking">
        <thead><tr><td />{places.slice(0, -1).map((to) => <th key={to} scope="col">{placeName(to)}</th>)}</tr></thead>
        <tbody>
          {places.slice(1).map((from, row) => (
            <tr key={from}>
              <th scope="row">{placeName(from)}</th>
              {places.slice(0, row + 1).map((to) => (
                <td key={to}>
                  <NumberInput
                    aria-label={`Minutes between ${placeName(from)} and ${placeName(to)}`} w={76} min={0} max={240} allowDecimal={false} defaultValue={minutes(from, to)} key={minutes(from, to)}
                    onBlur={(event) => { const next = Number(event.currentTarget.value); if (Number.isInteger(next) && next >= 0 && next <= 240 && next !== minutes(from, to)) planner.commit(setWalk(summit, from, to, next)); }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </InspectorSection>
  );
}

function placeName(place: string): string {
  return place === '' ? 'no floor given' : place;
}
