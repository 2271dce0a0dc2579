import type { Board } from '#shared/meetings/scheduler/board/board.ts';

/** A plan and its counters as one text: a move that is taken back leaves both as they were. */
export function stateOf(board: Board): string {
  return JSON.stringify([board.meetings(), board.weight, board.breaks, board.missed, board.loose, board.shortfall]);
}
