import { countBits } from '../board/bits.ts';
import type { Board } from '../board/board.ts';
import type { Compiled } from '../board/compiled.ts';

/** Measured: 0.7 and more at matchmaking events where everything asked for is held, under a third at summits. */
const fullFrom = 0.5;
/** Measured: 0.53 to 0.72 with rooms to spare, 0.74 to 0.82 with too few. */
const crowdedFrom = 0.73;

/** Whether so many of the hours in which people can be met go to these requests that what is pushed aside hardly finds another hour. */
export function peopleAreFull({ away, length, peopleOf }: Compiled, requests: readonly number[]): boolean {
  const open = away.reduce((hours, isAway) => hours + 1 - isAway, 0);
  return requests.reduce((hours, request) => hours + (length[request] as number) * (peopleOf[request] as Int32Array).length, 0) > fullFrom * open;
}

/** Whether so much of the time that rooms are open is taken that most steps need another meeting out of the way first. */
export function roomsAreCrowded({ laneAt, compiled: { openMask } }: Board): boolean {
  return laneAt.reduce((held, request) => held + Number(request !== -1), 0) > crowdedFrom * openMask.reduce((open, word) => open + countBits(word), 0);
}
