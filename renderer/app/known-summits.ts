import { z } from 'zod';
import { idSchema, type SummitId } from '#shared/kernel/ids.ts';
import { Instant } from '#shared/kernel/time.ts';

const Known = z.object({ summit: idSchema<SummitId>(), name: z.string(), savedAt: Instant });
export type Known = z.infer<typeof Known>;

const noted = 'summit-planner.known';
const last = 'summit-planner.last';

/** The summits this window once opened, noted outside the database so that its loss is noticed. */
export function knownSummits(): Known[] {
  try {
    const read = z.array(Known).safeParse(JSON.parse(localStorage.getItem(noted) ?? '[]'));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

export function noteSummit(known: Known): void {
  localStorage.setItem(noted, JSON.stringify([known, ...knownSummits().filter(({ summit }) => summit !== known.summit)]));
  localStorage.setItem(last, known.summit);
}

export function forgetSummit(summit: SummitId): void {
  localStorage.setItem(noted, JSON.stringify(knownSummits().filter((known) => known.summit !== summit)));
}

export function lastOpened(): string | null {
  return localStorage.getItem(last);
}
