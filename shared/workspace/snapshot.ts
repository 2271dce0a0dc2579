import type { z } from 'zod';
import { Agreement, type AgreementTable } from '../agreements/agreement.ts';
import { Category, type CategoryTable } from '../awards/category.ts';
import { Judge, type JudgingTables, Recusal, Score } from '../awards/judging.ts';
import { Nomination, type NominationTable } from '../awards/nomination.ts';
import { Commitment, type CommitmentTable } from '../commitments/commitment.ts';
import { Criterion, type CriterionTable } from '../invitations/criterion.ts';
import { Invitation, type InvitationTable } from '../invitations/invitation.ts';
import type { SummitId } from '../kernel/ids.ts';
import type { Row } from '../kernel/table.ts';
import { Placement, type PlacementTable } from '../meetings/placement.ts';
import { MeetingRequest, type RequestTable } from '../meetings/request.ts';
import { Run, type RunTable } from '../meetings/run.ts';
import { Contact, type ContactTable } from '../partners/contact.ts';
import { Executive, type ExecutiveTable } from '../partners/executive.ts';
import { LookAlike, type LookAlikeTable } from '../partners/look-alike.ts';
import { Partner, type PartnerTable } from '../partners/partner.ts';
import { Room, type RoomTable } from '../summit/room.ts';
import { Session, type SessionTable } from '../summit/session.ts';
import { SentCalendar, type SentCalendarTable } from './sent-calendar.ts';
import { blankSummit, Summit, type SummitTable } from '../summit/summit.ts';

/** Everything the planner knows of one summit, as one immutable value. */
export type Snapshot = SummitTable & RoomTable & SessionTable & PartnerTable & ContactTable & ExecutiveTable & CriterionTable &
  InvitationTable & AgreementTable & RequestTable & PlacementTable & RunTable & CategoryTable & NominationTable & JudgingTables & CommitmentTable & SentCalendarTable & LookAlikeTable;

export type TableName = keyof Snapshot;

/** The schema of each table's rows. The one list of what is stored: storage, archive, merge and export all read it. */
export const rowSchemas = {
  summits: Summit,
  rooms: Room,
  sessions: Session,
  partners: Partner,
  contacts: Contact,
  executives: Executive,
  criteria: Criterion,
  invitations: Invitation,
  agreements: Agreement,
  requests: MeetingRequest,
  placements: Placement,
  runs: Run,
  categories: Category,
  nominations: Nomination,
  judges: Judge,
  scores: Score,
  recusals: Recusal,
  commitments: Commitment,
  sentCalendars: SentCalendar,
  lookAlikes: LookAlike,
} as const satisfies { readonly [Name in TableName]: z.ZodType<Row> };

export const tableNames = Object.keys(rowSchemas) as readonly TableName[];

export function emptySnapshot(): Snapshot {
  return Object.fromEntries(tableNames.map((name) => [name, new Map()])) as unknown as Snapshot;
}

/** A new summit: one row and nothing else. */
export function newSnapshot(id: SummitId, name: string): Snapshot {
  return { ...emptySnapshot(), summits: new Map([[id, blankSummit(id, name)]]) };
}
