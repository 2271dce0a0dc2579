import type { Text } from './text.ts';

/** The whole vocabulary of a document. Small on purpose: whatever a book needs is composed of these. */
export type Block =
  | Cover | Contents | Page | PageBreak
  | Heading | Banner | Section | Columns | Together
  | Paragraph | Facts | Table | People | Timeline | Figures | List | Callout | Capture | Gap | Chart;

export type Fact = { readonly label: string; readonly value: Text };

/** The front sheet of a book. */
export type Cover = {
  readonly kind: 'cover';
  readonly kicker: string;
  readonly title: Text;
  readonly subtitle?: Text;
  readonly facts: readonly Fact[];
  /** What a finder should know and do. */
  readonly note?: Text;
};

/** The headings down to a level with their page numbers, each a link. */
export type Contents = { readonly kind: 'contents'; readonly title: string; readonly depth: Level };

/** Begins a new sheet. `key` is stable from copy to copy, so that replacement pages can be told apart. */
export type Page = {
  readonly kind: 'page';
  readonly key: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** The page must fit one sheet: sections marked `mayMove` go to an annex, the last first. */
  readonly oneSheet?: true;
  /** The printed number, where it is not simply the count of sheets, such as `15a` of a replacement page. */
  readonly number?: string;
  readonly changed?: true;
};

export type PageBreak = { readonly kind: 'page-break' };

export type Level = 1 | 2 | 3;

/** A heading is also a bookmark and a place that links lead to. Keys are unique in a document. */
export type Heading = { readonly kind: 'heading'; readonly level: Level; readonly key: string; readonly text: Text };

/** The head of a meeting or session page: when, with whom or what, where. Also a bookmark. */
export type Banner = {
  readonly kind: 'banner';
  readonly level: Level;
  readonly key: string;
  /** `09:30–10:00` */
  readonly when: string;
  /** `Tue 2 March · 30 min` */
  readonly whenNote: string;
  readonly title: Text;
  /** What contents and bookmarks call it; time and title when absent. */
  readonly mark?: string;
  readonly subtitle?: Text;
  readonly where: string;
  readonly whereNote?: string;
};

/** A labelled part of a page: the label stands in the margin column, the blocks beside it. */
export type Section = {
  readonly kind: 'section';
  readonly label: string;
  readonly blocks: readonly Block[];
  /** Differs from the copy that was printed before: marked in the margin. */
  readonly changed?: true;
  readonly mayMove?: true;
};

export type Columns = { readonly kind: 'columns'; readonly columns: readonly Column[] };
export type Column = { readonly share: number; readonly label?: string; readonly blocks: readonly Block[] };

/** Blocks that one sheet holds together where they fit one. */
export type Together = { readonly kind: 'together'; readonly blocks: readonly Block[] };

export type Paragraph = { readonly kind: 'paragraph'; readonly text: Text; readonly tone?: 'lead' | 'small' };

export type Facts = { readonly kind: 'facts'; readonly items: readonly Fact[]; readonly columns?: 1 | 2 | 3 | 4 };

export type Table = {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly zebra?: true;
  /** What stands there when there are no rows, in plain words. */
  readonly empty: string;
};
/** `width`: as wide as its words (`fit`) or a share of what is left. Numbers align right. */
export type TableColumn = { readonly title: string; readonly width: 'fit' | number; readonly align?: 'left' | 'right' | 'centre' };
export type TableRow = { readonly cells: readonly Text[]; readonly tone?: 'group' | 'total' | 'muted'; readonly changed?: true };

export type People = { readonly kind: 'people'; readonly people: readonly Person[]; readonly form: 'cards' | 'lines' };
export type Person = {
  readonly name: Text;
  readonly title: Text;
  readonly organisation?: Text;
  readonly pronunciation?: string;
  /** A word in a frame, such as `New` for a face not met before. */
  readonly mark?: string;
  readonly note?: Text;
};

export type Timeline = { readonly kind: 'timeline'; readonly days: readonly Day[] };
export type Day = { readonly title: string; readonly entries: readonly Entry[] };
export type Entry = {
  readonly from: string;
  readonly to: string;
  readonly title: Text;
  readonly place?: Text;
  readonly detail?: Text;
  /** A meeting stands out; a break or a free hour steps back. */
  readonly weight?: 'strong' | 'quiet';
  readonly changed?: true;
};

/** The few figures that matter, each with where it comes from. */
export type Figures = { readonly kind: 'figures'; readonly figures: readonly Figure[] };
export type Figure = {
  readonly label: string;
  /** null prints as a labelled gap. */
  readonly value: string | null;
  readonly trend?: { readonly direction: 'up' | 'down' | 'level'; readonly text: string };
  readonly target?: { readonly text: string; readonly standing: 'met' | 'close' | 'missed' };
  readonly asOf: string | null;
  readonly source: string | null;
};

export type List = { readonly kind: 'list'; readonly form: 'bullet' | 'number' | 'check'; readonly items: readonly ListItem[] };
export type ListItem = { readonly text: Text; readonly detail?: Text; readonly done?: boolean };

/** Told apart by its word and its frame, never by colour alone. */
export type Callout = { readonly kind: 'callout'; readonly tone: 'internal' | 'nda' | 'warning' | 'note'; readonly title?: string; readonly text: Text };

/** Ruled lines to write on. `id` is printed, so that what was written can be typed in against it. */
export type Capture = { readonly kind: 'capture'; readonly id: string; readonly label: string; readonly lines: number; readonly fields?: readonly string[] };

/** A fact nobody has given yet. Nothing is guessed: it prints as a gap, with who can fill it. */
export type Gap = { readonly kind: 'gap'; readonly missing: string; readonly askOf?: Text };

export type Chart = {
  readonly kind: 'chart';
  readonly form: 'bar' | 'line';
  readonly title: string;
  /** One label a value of each series. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  readonly source: string;
};
export type Series = { readonly name: string; readonly values: readonly (number | null)[]; readonly texts: readonly string[] };
