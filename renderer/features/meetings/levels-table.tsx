import { counted } from '#shared/kernel/text.ts';
import type { LevelBounds, Reached } from '#shared/meetings/levels.ts';
import type { Levels } from '#shared/meetings/run.ts';

/** A level that is not told yet is null; what a run does not keep is left out. */
type Told = { readonly [Level in keyof Levels]: number | null } & { readonly [Level in Unkept]?: number | null };
type Unkept = Exclude<keyof Reached, keyof Levels>;

export type LevelsTableProps = {
  readonly label: string;
  /** Null: there is nothing to compare with. */
  readonly before: Told | null;
  readonly after: Told;
  /** Musts asked for, which are the most there can be. */
  readonly musts: number;
  readonly bounds: LevelBounds;
  /** Weight given up so that people reach their minimums; null: none was. */
  readonly coverage?: { readonly weightGivenUp: number; readonly people: readonly string[] } | null;
};

const levels: readonly { readonly id: keyof Reached; readonly title: string; readonly isMoreBetter: boolean; readonly hint: string }[] = [
  { id: 'mustPlaced', title: 'Musts placed', isMoreBetter: true, hint: 'What must be held comes before all else' },
  { id: 'weight', title: 'Weight placed', isMoreBetter: true, hint: 'Must 5, should 3, could 1' },
  { id: 'shortfall', title: 'Minimums missing', isMoreBetter: false, hint: 'Partners without any meeting' },
  { id: 'breaks', title: 'Breaks', isMoreBetter: false, hint: 'Idle spells between two meetings of a person on a day' },
  { id: 'missed', title: 'Preferences missed', isMoreBetter: false, hint: 'Preferred day or part of day, home room' },
  { id: 'loose', title: 'Loose executive days', isMoreBetter: false, hint: 'Slots that executives wait between meetings of a day, and days with one meeting alone' },
  { id: 'roomChanges', title: 'Room changes', isMoreBetter: false, hint: 'Times a person changes rooms between two meetings of a day' },
];

/** What a plan reaches on each level, in the order that decides, beside what stands now and the most there can be. */
export function LevelsTable({ label, before, after, musts, bounds, coverage = null }: LevelsTableProps) {
  const shown = levels.filter(({ id }) => after[id] !== undefined);
  return (
    <table className="sp-levels" aria-label={label}>
      <thead><tr><th scope="col">Level</th>{before && <th scope="col">Before</th>}<th scope="col">{before ? 'After' : 'Now'}</th><th scope="col">At best</th></tr></thead>
      <tbody>
        {shown.map(({ id, title, hint, isMoreBetter }) => {
          const [was, is] = [before?.[id] ?? null, after[id] ?? null];
          const most = atBest(id, is, musts, bounds);
          const turn = was === null || is === null || was === is ? null : is > was === isMoreBetter ? 'better' : 'worse';
          return (
            <tr key={id}>
              <th scope="row" title={hint}>{title}</th>
              {before && <td>{numeral(was)}</td>}
              <td data-turn={turn ?? undefined}>{numeral(is)}{turn && <span className="sp-spoken"> {turn}</span>}{turn && <span aria-hidden> {is !== null && was !== null && is > was ? '▲' : '▼'}</span>}</td>
              <td>{is === null ? numeral(null) : most === null ? <span className="sp-muted">not known</span> : is === most ? <span className="sp-levels-best">{numeral(most)} ✓<span className="sp-spoken"> reached</span></span> : numeral(most)}</td>
            </tr>
          );
        })}
      </tbody>
      {coverage && <caption>Price of minimums: {coverage.weightGivenUp === 0 ? 'none' : `weight ${numeral(coverage.weightGivenUp)}`}, for {counted(coverage.people.length, 'person', 'people')}</caption>}
    </table>
  );
}

/** Nothing can be better than nothing missing, or than all that is asked for; else only what a bound says is told. That of minimums is told where it is reached: it is too easy to say much. */
function atBest(id: keyof Reached, is: number | null, musts: number, bounds: LevelBounds): number | null {
  if (id === 'weight') return bounds.weight;
  if (id === 'mustPlaced') return is === musts ? musts : bounds.mustPlaced;
  const bound = id === 'missed' || id === 'loose' ? bounds[id] : id === 'shortfall' && bounds.shortfall === is ? is : null;
  return bound ?? (is === 0 ? 0 : null);
}

// Made once: a format of its own for every numeral takes longer than drawing the table.
const numerals = new Intl.NumberFormat();

function numeral(value: number | null): string {
  return value === null ? '…' : numerals.format(value);
}
