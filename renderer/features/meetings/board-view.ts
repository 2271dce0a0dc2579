import { useMemo, useState } from 'react';
import type { RequestId } from '#shared/kernel/ids.ts';
import { folded } from '#shared/kernel/text.ts';
import { dateOf } from '#shared/kernel/time.ts';
import type { MeetingRequest } from '#shared/meetings/request.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import type { BoardResource } from '#renderer/ui/calendar-board/board.ts';
import { boardColumns, boardDays, type BoardMode, columnOf, type Subject } from './board-columns.ts';

/** Which columns of a wide board are shown: those with these words, those ticked, those with a meeting on the day. */
export type ColumnChoice = { readonly words: string; readonly hidden: ReadonlySet<string>; readonly onlyUsed: boolean };
const everyColumn: ColumnChoice = { words: '', hidden: new Set(), onlyUsed: false };

/** How the board is looked at. Kept by the screen, so that a look at the table does not lose it. */
export type BoardView = {
  readonly mode: BoardMode;
  readonly setMode: (mode: BoardMode) => void;
  /** Whose days are shown in columns of days. */
  readonly subject: Subject | null;
  readonly setSubject: (subject: Subject) => void;
  readonly days: readonly string[];
  readonly day: string;
  readonly setDay: (day: string) => void;
  readonly every: readonly BoardResource[];
  readonly columns: readonly BoardResource[];
  readonly choice: ColumnChoice;
  readonly setChoice: (choice: ColumnChoice) => void;
};

export function useBoardView(where: Whereabouts, selected: MeetingRequest | undefined): BoardView {
  const [mode, setMode] = useState<BoardMode>('room');
  const [chosenSubject, setSubject] = useState<Subject | null>(null);
  const [chosenDay, setDay] = useState<string | null>(null);
  const [choices, setChoices] = useState<Partial<Record<BoardMode, ColumnChoice>>>({});
  const choice = choices[mode] ?? everyColumn;
  const host = selected?.host ?? where.meetings[0]?.request.host;
  const subject = useMemo((): Subject | null => chosenSubject ?? (host === undefined ? null : { kind: 'host', id: host }), [chosenSubject, host]);
  const days = useMemo(() => boardDays(where), [where]);
  const selectedDay = selected && where.meetingOf(selected.id as RequestId)?.startsAt.slice(0, 10);
  const day = mode === 'day' ? (days[0] ?? '') : chosenDay !== null && days.includes(chosenDay) ? chosenDay : (selectedDay ?? days[0] ?? '');
  const every = useMemo(() => boardColumns(where, mode), [where, mode]);
  const columns = useMemo(() => {
    const used = new Set(choice.onlyUsed ? where.meetings.filter(({ startsAt }) => dateOf(startsAt) === day).map((meeting) => columnOf(meeting, mode)) : []);
    return columnsShown(every, choice, used);
  }, [every, choice, where, mode, day]);
  return { mode, setMode, subject, setSubject, days, day, setDay, every, columns, choice, setChoice: (next) => { setChoices({ ...choices, [mode]: next }); } };
}

function columnsShown(columns: readonly BoardResource[], { words, hidden, onlyUsed }: ColumnChoice, used: ReadonlySet<string>): BoardResource[] {
  const wanted = folded(words).split(' ').filter(Boolean);
  return columns.filter(({ id, title, subtitle }) => !hidden.has(id) && (!onlyUsed || used.has(id)) && wanted.every((word) => folded(`${title} ${subtitle ?? ''}`).includes(word)));
}
