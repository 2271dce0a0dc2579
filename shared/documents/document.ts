import type { Instant } from '../kernel/time.ts';
import { wallClock } from '../kernel/time.ts';
import type { Block } from './block.ts';

/** A document as a value: what is said, to whom, as of when. It holds nothing its reader may not see. */
export type Document = {
  /** `Briefing`, `Door card`: the kind of document in words. */
  readonly title: string;
  /** For whom this copy is: a person, a team, a room. */
  readonly reader: string;
  readonly summit: string;
  /** `v3` */
  readonly version: string;
  readonly madeAt: Instant;
  /** The IANA zone that `madeAt` is printed in. */
  readonly zone: string;
  /** The organiser, never a machine or a login. */
  readonly author: string;
  /** BCP 47: `en-GB` */
  readonly language: string;
  readonly confidentiality: string;
  readonly paper: 'a4' | 'letter';
  readonly scale: 'normal' | 'large';
  /** A wide left margin for holes or a comb; none in a tablet edition. */
  readonly binding: 'left' | 'none';
  /** `#rrggbb`; too pale a colour is darkened by the printer. */
  readonly brandColour: string | null;
  readonly blocks: readonly Block[];
};

/** `2 Mar 2027, 18:40` at the venue. */
export function madeAtText({ madeAt, zone }: Pick<Document, 'madeAt' | 'zone'>): string {
  const wall = wallClock(madeAt, zone);
  return `${Number(wall.slice(8, 10))} ${months[Number(wall.slice(5, 7)) - 1]} ${wall.slice(0, 4)}, ${wall.slice(11)}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2027-03-02 Briefing – Ana Lindqvist v3.pdf`: the day at the venue first, and no character that a file system refuses. */
export function fileNameOf(document: Pick<Document, 'madeAt' | 'zone' | 'title' | 'reader' | 'version'>): string {
  const day = wallClock(document.madeAt, document.zone).slice(0, 10);
  const name = `${day} ${document.title} – ${document.reader} ${document.version}`.normalize('NFC');
  // Windows refuses <>:"/\|?* and names that end in a blank or a full stop; 200 bytes leave room for a folder within 255.
  const safe = name.replace(/[\p{C}<>:"/\\|?*]+/gu, ' ').replace(/\s+/g, ' ').trim().replace(/[. ]+$/, '');
  return `${withinBytes(safe, 200)}.pdf`;
}

function withinBytes(text: string, limit: number): string {
  const letters = Array.from(text);
  while (new TextEncoder().encode(letters.join('')).length > limit) letters.pop();
  return letters.join('').trimEnd();
}
