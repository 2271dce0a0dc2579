import type { LocalDateTime, Span } from './time.ts';

/** The union of spans, in order of time, touching ones joined. Spans that end before they begin are left out. */
export function union(spans: Iterable<Span>): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].filter(({ startsAt, endsAt }) => startsAt < endsAt).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    const last = joined.at(-1);
    if (last && span.startsAt <= last.endsAt) joined[joined.length - 1] = { startsAt: last.startsAt, endsAt: later(last.endsAt, span.endsAt) };
    else joined.push({ startsAt: span.startsAt, endsAt: span.endsAt });
  }
  return joined;
}

/** What is left of `whole` outside every one of `taken`. */
export function without(whole: Span, taken: Iterable<Span>): Span[] {
  const left: Span[] = [];
  let from = whole.startsAt;
  for (const { startsAt, endsAt } of union(taken)) {
    if (endsAt <= from) continue;
    if (startsAt >= whole.endsAt) break;
    if (from < startsAt) left.push({ startsAt: from, endsAt: startsAt });
    from = endsAt;
  }
  if (from < whole.endsAt) left.push({ startsAt: from, endsAt: whole.endsAt });
  return left;
}

/** Whether one of the spans holds the whole of `span`. */
export function holds(spans: readonly Span[], span: Span): boolean {
  return spans.some(({ startsAt, endsAt }) => startsAt <= span.startsAt && span.endsAt <= endsAt);
}

function later(a: LocalDateTime, b: LocalDateTime): LocalDateTime {
  return a > b ? a : b;
}
