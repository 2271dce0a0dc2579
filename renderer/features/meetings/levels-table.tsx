import type { Levels } from '#shared/meetings/run.ts';

export type LevelsTableProps = {
  readonly label: string;
  /** Null: there is nothing to compare with. */
  readonly before: Levels | null;
  /** A level that is not told yet is null. */
  readonly after: { readonly [Level in keyof Levels]: number | null };
  readonly musts: number;
  readonly bound: number;
};

const levels: readonly { readonly id: keyof Levels; readonly title: string; readonly isMoreBetter: boolean; readonly hint: string }[] = [
  { id: 'mustPlaced', title: 'Musts placed', isMoreBetter: true, hint: 'What must be held comes before all else' },
  { id: 'weight', title: 'Weight placed', isMoreBetter: true, hint: 'Must 5, should 3, could 1' },
  { id: 'shortfall', title: 'Minimums missing', isMoreBetter: false, hint: 'Partners without any meeting' },
  { id: 'breaks', title: 'Breaks', isMoreBetter: false, hint: 'Idle spells between two meetings of a person on a day' },
  { id: 'missed', title: 'Preferences missed', isMoreBetter: false, hint: 'Preferred day or part of day, home room' },
];

/** What a plan reaches on each level, in the order that decides, beside what stands now and the most there can be. */
export function LevelsTable({ label, before, after, musts, bound }: LevelsTableProps) {
  const best: { readonly [Level in keyof Levels]: number | null } = { mustPlaced: musts, weight: bound, shortfall: 0, breaks: 0, missed: 0 };
  return (
    <table className="sp-levels" aria-label={label}>
      <thead><tr><th scope="col">Level</th>{before && <th scope="col">Before</th>}<th scope="col">{before ? 'After' : 'Now'}</th><th scope="col">At best</th></tr></thead>
      <tbody>
        {levels.map(({ id, title, hint, isMoreBetter }) => {
          const [was, is, most] = [before?.[id] ?? null, after[id], best[id]];
          const turn = was === null || is === null || was === is ? null : is > was === isMoreBetter ? 'better' : 'worse';
          return (
            <tr key={id}>
              <th scope="row" title={hint}>{title}</th>
              {before && <td>{numeral(was)}</td>}
              <td data-turn={turn ?? undefined}>{numeral(is)}{turn && <span className="sp-spoken"> {turn}</span>}{turn && <span aria-hidden> {is !== null && was !== null && is > was ? '▲' : '▼'}</span>}</td>
              <td>{most !== null && is === most ? <span className="sp-levels-best">{numeral(most)} ✓<span className="sp-spoken"> reached</span></span> : numeral(most)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

// Made once: a format of its own for every numeral takes longer than drawing the table.
const numerals = new Intl.NumberFormat();

function numeral(value: number | null): string {
  return value === null ? '…' : numerals.format(value);
}
