import type { ScheduleProblem } from '../problem.ts';
import type { Meeting } from '../solution.ts';

/** What a plan changes in another, by the ids of requests in the problem's order, and everyone whose day looks different for it. */
export type Difference = {
  readonly placed: readonly string[];
  /** To another time, another room, or both. */
  readonly moved: readonly string[];
  readonly dropped: readonly string[];
  readonly touched: readonly string[];
};

export function differenceOf({ requests, people }: Pick<ScheduleProblem, 'requests' | 'people'>, before: readonly Meeting[], after: readonly Meeting[]): Difference {
  const [was, is] = [byRequest(before), byRequest(after)];
  const deedOf = (id: string): 'placed' | 'moved' | 'dropped' | null => {
    const [old, now] = [was.get(id), is.get(id)];
    if (old === undefined) return now === undefined ? null : 'placed';
    if (now === undefined) return 'dropped';
    return old.slot === now.slot && old.room === now.room ? null : 'moved';
  };
  const changed = requests.map((request) => ({ request, deed: deedOf(request.id) })).filter(({ deed }) => deed !== null);
  const ids = (wanted: 'placed' | 'moved' | 'dropped') => changed.filter(({ deed }) => deed === wanted).map(({ request }) => request.id);
  const touched = new Set(changed.flatMap(({ request }) => request.people));
  return { placed: ids('placed'), moved: ids('moved'), dropped: ids('dropped'), touched: people.filter(({ id }) => touched.has(id)).map(({ id }) => id) };
}

function byRequest(plan: readonly Meeting[]): Map<string, Meeting> {
  return new Map(plan.map((meeting) => [meeting.request, meeting]));
}
