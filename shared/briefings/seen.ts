import type { Coverage } from '../agreements/coverage.ts';
import type { CommitmentSide, CommitmentStatus } from '../commitments/commitment.ts';
import type { Run } from '../documents/text.ts';
import type { CategoryId, CommitmentId, ExecutiveId, PartnerId, RequestId, SessionId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { Instant, LocalDate, LocalDateTime, Span } from '../kernel/time.ts';
import type { Partner, Performance } from '../partners/partner.ts';
import type { Room } from '../summit/room.ts';
import type { Session } from '../summit/session.ts';

/** What a reader is handed. A field that the reader may not see is absent, so a builder cannot print it. */
export type SeenExecutive = { readonly key: string; readonly name: string; readonly title: string; readonly pronunciation: string };

/** Somebody of a partner. `coverage` null: this reader is not told about NDAs. */
export type SeenGuest = {
  readonly key: string;
  readonly name: Run;
  readonly title: string;
  readonly pronunciation: string;
  readonly organisation: Run;
  /** A person, rather than a place that somebody has yet to be named for. */
  readonly isNamed: boolean;
  readonly coverage: Coverage | null;
};

export type SeenPartner = {
  readonly key: PartnerId;
  readonly name: Run;
  readonly row: Partial<Partner>;
  readonly figures: Partial<Performance>;
};

export type SeenMeeting = Span & {
  readonly key: RequestId;
  readonly code: string;
  readonly day: LocalDate;
  readonly room: Room | null;
  readonly partner: SeenPartner;
  readonly host: SeenExecutive;
  readonly guests: readonly SeenGuest[];
  /** Executives who must be there beside the host. */
  readonly coHosts: readonly SeenExecutive[];
  /** The executive who reads this; null: somebody else does. */
  readonly readBy: ExecutiveId | null;
  /** Empty when nobody gave one; null when it is confidential and this reader is not covered on the day. */
  readonly topic: string | null;
  readonly confidential: boolean;
  /** Who asked for it; null: not known, or not for this reader. */
  readonly askedBy: 'partner' | 'vendor' | 'both' | null;
};

export type SeenSession = {
  readonly key: SessionId;
  /** A neutral word where a session is closed to this reader, who still must know that the room is taken. */
  readonly title: string;
  readonly kind: Session['kind'];
  readonly startsAt: LocalDateTime | null;
  readonly endsAt: LocalDateTime | null;
  readonly rooms: readonly Room[];
  readonly audience: string;
  readonly confidential: boolean;
  readonly speakers: readonly SeenExecutive[];
  /** The reader speaks in it. */
  readonly isDuty: boolean;
  /** Of the reader's people only these; null: all of them. */
  readonly only: readonly string[] | null;
  /** Chosen between on the day, rather than attended by everybody. */
  readonly isChoice: boolean;
};

export type SeenPromise = {
  readonly key: CommitmentId;
  /** The id that is printed beside it. */
  readonly code: string;
  readonly side: CommitmentSide | null;
  readonly what: string;
  readonly money: Money | null;
  readonly amountWithoutCurrency: number | null;
  readonly dueOn: LocalDate | null;
  readonly vendorOwner: string;
  readonly partnerOwner: string;
  readonly status: CommitmentStatus | null;
  readonly isOpen: boolean;
  readonly madeAt: 'last-summit' | 'this-summit';
  /** `K00012`, the promise it answers. */
  readonly inReturnFor: string | null;
};

/** An award as this reader may know it: the winners, or only until when they are under embargo. */
export type SeenAward = {
  readonly key: CategoryId;
  readonly name: string;
  readonly session: SessionId | null;
} & ({ readonly isOpen: true; readonly winners: readonly { readonly key: PartnerId; readonly name: Run }[] } | { readonly isOpen: false; readonly until: Instant | null });
