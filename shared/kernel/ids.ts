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
export type CategoryId = Brand<string, 'CategoryId'>;
export type NominationId = Brand<string, 'NominationId'>;
export type JudgeId = Brand<string, 'JudgeId'>;
export type ScoreId = Brand<string, 'ScoreId'>;
export type RecusalId = Brand<string, 'RecusalId'>;
export type CommitmentId = Brand<string, 'CommitmentId'>;
export type LineId = Brand<string, 'LineId'>;
export type DeviceId = Brand<string, 'DeviceId'>;

/** A source of fresh ids: 20 characters of a–z and 2–7 (100 bits). Commands take it as an argument, so that they stay pure. */
export type MintId = <Id extends Brand<string, string>>() => Id;

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Mints ids from a source of random bytes: the host's cryptographic source in the application, a seeded one in batch work and tests. */
export function mintFrom(randomByte: () => number): MintId {
  return <Id extends Brand<string, string>>() => Array.from({ length: 20 }, () => alphabet[randomByte() & 31]).join('') as Id;
}

/** The schema of one kind of id: 1 to 64 printable characters, so that ids of a foreign file survive, and nothing that could be a path. */
export function idSchema<Id extends Brand<string, string>>(): z.ZodType<Id, Id> {
  return z.string().regex(/^[A-Za-z0-9_.:-]{1,64}$/) as unknown as z.ZodType<Id, Id>;
}
