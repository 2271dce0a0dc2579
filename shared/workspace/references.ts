import type { TableName } from './snapshot.ts';

/** What happens to the row that refers when the row it refers to is removed. */
type WhenRemoved =
  /** it goes too */
  | 'remove'
  /** the field becomes null */
  | 'clear'
  /** the id leaves the list */
  | 'unlist';

type Reference = { readonly from: TableName; readonly field: string; readonly to: TableName; readonly whenRemoved: WhenRemoved };

/** Every reference between rows. Removal, integrity checks and merging read it; a new reference is one line here. */
export const references: readonly Reference[] = [
  { from: 'sessions', field: 'rooms', to: 'rooms', whenRemoved: 'unlist' },
  { from: 'sessions', field: 'speakers', to: 'executives', whenRemoved: 'unlist' },
  { from: 'partners', field: 'vendorSponsor', to: 'executives', whenRemoved: 'clear' },
  { from: 'contacts', field: 'partner', to: 'partners', whenRemoved: 'clear' },
  { from: 'partners', field: 'keepApart', to: 'partners', whenRemoved: 'unlist' },
  { from: 'executives', field: 'homeRoom', to: 'rooms', whenRemoved: 'clear' },
  { from: 'invitations', field: 'partner', to: 'partners', whenRemoved: 'remove' },
  { from: 'agreements', field: 'partner', to: 'partners', whenRemoved: 'clear' },
  { from: 'agreements', field: 'contact', to: 'contacts', whenRemoved: 'clear' },
  { from: 'requests', field: 'partner', to: 'partners', whenRemoved: 'remove' },
  { from: 'requests', field: 'host', to: 'executives', whenRemoved: 'remove' },
  { from: 'requests', field: 'attendees', to: 'contacts', whenRemoved: 'unlist' },
  { from: 'requests', field: 'coHosts', to: 'executives', whenRemoved: 'unlist' },
  { from: 'requests', field: 'guestPartners', to: 'partners', whenRemoved: 'unlist' },
  { from: 'requests', field: 'optionalAttendees', to: 'contacts', whenRemoved: 'unlist' },
  { from: 'requests', field: 'optionalHosts', to: 'executives', whenRemoved: 'unlist' },
  { from: 'requests', field: 'allowedRooms', to: 'rooms', whenRemoved: 'unlist' },
  { from: 'placements', field: 'request', to: 'requests', whenRemoved: 'remove' },
  { from: 'placements', field: 'room', to: 'rooms', whenRemoved: 'remove' },
  { from: 'categories', field: 'announcedIn', to: 'sessions', whenRemoved: 'clear' },
  { from: 'nominations', field: 'category', to: 'categories', whenRemoved: 'remove' },
  { from: 'nominations', field: 'partner', to: 'partners', whenRemoved: 'remove' },
  { from: 'judges', field: 'partner', to: 'partners', whenRemoved: 'clear' },
  { from: 'scores', field: 'judge', to: 'judges', whenRemoved: 'remove' },
  { from: 'scores', field: 'nomination', to: 'nominations', whenRemoved: 'remove' },
  { from: 'recusals', field: 'judge', to: 'judges', whenRemoved: 'remove' },
  { from: 'recusals', field: 'nomination', to: 'nominations', whenRemoved: 'remove' },
  { from: 'commitments', field: 'partner', to: 'partners', whenRemoved: 'remove' },
  { from: 'commitments', field: 'inReturnFor', to: 'commitments', whenRemoved: 'clear' },
];
