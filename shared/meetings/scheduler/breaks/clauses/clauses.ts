import type { Compiled } from '../../board/compiled.ts';
import type { RoomClass } from '../../board/room-classes.ts';
import type { Literal, SatInstance } from '../sat-port.ts';

/** What the clauses of a rule speak of. */
export type Clauses = {
  readonly compiled: Compiled;
  readonly sat: SatInstance;
  readonly wanted: Wanted;
  readonly classes: readonly RoomClass[];
  readonly ways: readonly Way[];
  /** By request, for each of its starts: a literal that holds exactly when it begins there. None when it is wanted in no plan. */
  readonly begins: readonly (readonly Literal[])[];
  /** By request: a literal that holds exactly when it is placed; null when it has nowhere to go. */
  readonly placed: readonly (Literal | null)[];
  /** Person by slot: a literal that holds exactly when the person is in a meeting; null: never. */
  readonly busy: readonly (Literal | null)[];
};

/** Requests of `wanted` 1 are placed in every solution, of 0 as it comes, of −1 in none. */
export type Wanted = Int8Array;

/** One way to hold a meeting: from a start on, in a class of rooms. */
export type Way = { readonly request: number; readonly start: number; readonly last: number; readonly room: number; readonly literal: Literal };

/** The requests that name a person and are not left out of every plan. */
export function requestsOf({ compiled: { requests, peopleOf }, wanted }: Pick<Clauses, 'compiled' | 'wanted'>, person: number): number[] {
  return Array.from({ length: requests }, (_, request) => request).filter((request) => wanted[request] !== -1 && (peopleOf[request] as Int32Array).includes(person));
}
