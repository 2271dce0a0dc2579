import { z } from 'zod';
import type { Brand } from './brand.ts';

export type SummitId = Brand<string, 'SummitId'>;
export type RoomId = Brand<string, 'RoomId'>;
export type SessionId = Brand<string, 'SessionId'>;
export type PartnerId = Brand<string, 'PartnerId'>;
export type ContactId = Brand<string, 'ContactId'>;
export type ExecutiveId = Brand<string, 'ExecutiveId'>;
export type CriterionId = Brand<string, 'CriterionId'>;
export type InvitationId = Brand<string, 'InvitationId'>;
export type AgreementId = Brand<string, 'AgreementId'>;
export type RequestId = Brand<string, 'RequestId'>;
export type PlacementId = Brand<string, 'PlacementId'>;
export type RunId = Brand<string, 'RunId'>;
export type CategoryId = Brand<string, 'CategoryId'>;
export type NominationId = Brand<string, 'NominationId'>;
export type JudgeId = Brand<string, 'JudgeId'>;
export type ScoreId = Brand<string, 'ScoreId'>;
export type RecusalId = Brand<string, 'RecusalId'>;
export type CommitmentId = Brand<string, 'CommitmentId'>;
export type SentCalendarId = Brand<string, 'SentCalendarId'>;
export type LookAlikeId = Brand<string, 'LookAlikeId'>;
export type LineId = Brand<string, 'LineId'>;
export type DeviceId = Brand<string, 'DeviceId'>;

/** A source of fresh ids: 20 characters of a–z and 2–7, nine that tell when (milliseconds since 1970) and eleven by chance (55 bits). Commands take it as an argument, so that they stay pure. */
export type MintId = <Id extends Brand<string, string>>() => Id;

/** Codes of signs in their order, so that ids sort as text the way the numbers they stand for do. */
const alphabet = Array.from('234567abcdefghijklmnopqrstuvwxyz', (sign) => sign.charCodeAt(0));
const placesOfTime = 9;
const places = 20;

/**
 * Mints ids from a source of random bytes and a clock: the host's own in the application, seeded and fixed in batch work and tests. Tables stand
 * by id, so every id sorts after the one before it, and a list keeps the order in which it was imported or typed.
 */
export function mintFrom(randomByte: () => number, milliseconds: () => number = () => 0): MintId {
  let last = -1;
  return <Id extends Brand<string, string>>() => {
    last = Math.max(last + 1, milliseconds());
    const codes: number[] = [];
    for (let place = placesOfTime - 1, rest = last; place >= 0; place--, rest = Math.floor(rest / 32)) codes[place] = alphabet[rest % 32] ?? 0;
    for (let place = placesOfTime; place < places; place++) codes[place] = alphabet[randomByte() & 31] ?? 0;
    return String.fromCharCode(...codes) as Id;
  };
}

/** The schema of one kind of id: 1 to 64 printable characters, so that ids of a foreign file survive, and nothing that could be a path. */
export function idSchema<Id extends Brand<string, string>>(): z.ZodType<Id, Id> {
  return z.string().regex(/^[A-Za-z0-9_.:-]{1,64}$/) as unknown as z.ZodType<Id, Id>;
}
