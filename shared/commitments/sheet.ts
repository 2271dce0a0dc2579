import { groupBy } from '../kernel/group.ts';
import type { Money } from '../kernel/money.ts';
import type { LocalDate } from '../kernel/time.ts';
import type { Partner, PartnerTable } from '../partners/partner.ts';
import type { Commitment, CommitmentTable } from './commitment.ts';
import { isOpen, statusTitles } from './life.ts';
import { type Route, routeOf, routes, routeTitles, typeTitles } from './routes.ts';
import { byName } from '#shared/kernel/name-order.ts';

/** A cell by the kind of its column: text, a date, an amount with its currency; null is an empty cell. */
export type SheetCell = string | LocalDate | Money | null;
export type SheetColumn = { readonly header: string; readonly kind: 'text' | 'date' | 'money' };

/** Commitments as a reader outside the planner takes them: values, not a file. */
export type CommitmentSheet = {
  /** What the rows have in common: the account manager, the partner or the route. */
  readonly reader: string;
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
};

export type SheetsBy = 'cam' | 'partner' | 'route';

type Known = CommitmentTable & PartnerTable;
type Line = { readonly commitment: Commitment; readonly partner: Partner; readonly counterpart: string };
type Column = SheetColumn & { readonly cell: (line: Line) => SheetCell };

/**
 * Every promise of both sides, one sheet a reader, sheets and rows in order. Account managers and partners get what stands and what became of the
 * rest; a route gets its own columns and only what is still to be fulfilled. A partner without an account manager is under *No account manager*.
 */
export function commitmentSheets(tables: Known, by: SheetsBy): CommitmentSheet[] {
  const lines = linesOf(tables);
  if (by === 'route') return routes.flatMap((route) => handOff(lines, route));
  const groups = groupBy(lines, ({ partner }) => (by === 'cam' ? partner.camName || 'No account manager' : partner.name));
  return [...groups]
    .sort(([a], [b]) => byName(a, b))
    .map(([reader, rows]) => sheet(reader, `Commitments – ${reader}`, standard, rows));
}

function handOff(lines: readonly Line[], route: Route): CommitmentSheet[] {
  const rows = lines.filter(({ commitment }) => routeOf(commitment) === route && isOpen(commitment));
  return rows.length === 0 ? [] : [sheet(routeTitles[route], `Hand-off to ${routeTitles[route]}`, handOffColumns[route], rows)];
}

function sheet(reader: string, title: string, columns: readonly Column[], lines: readonly Line[]): CommitmentSheet {
  return {
    reader, title,
    columns: columns.map(({ header, kind }) => ({ header, kind })),
    rows: lines.map((line) => columns.map(({ cell }) => cell(line))),
  };
}

function linesOf({ commitments, partners }: Known): Line[] {
  return [...commitments.values()]
    .flatMap((commitment) => {
      const partner = partners.get(commitment.partner);
      const counterpart = commitment.inReturnFor === null ? undefined : commitments.get(commitment.inReturnFor);
      return partner ? [{ commitment, partner, counterpart: counterpart ? `${counterpart.code} ${counterpart.description}`.trim() : '' }] : [];
    })
    .sort((a, b) => byName(a.partner.name, b.partner.name) || compare(a.commitment.dueOn ?? '9999', b.commitment.dueOn ?? '9999') || compare(a.commitment.code, b.commitment.code));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const text = (header: string, of: (line: Line) => string): Column => ({ header, kind: 'text', cell: (line) => of(line) || null });
const id = text('Commitment ID', ({ commitment }) => commitment.code);
const account = text('Account ID', ({ partner }) => partner.accountId ?? '');
const partnerName = text('Partner', ({ partner }) => partner.name);
const side = text('Side', ({ commitment }) => commitment.side ?? '');
const type = text('Type', ({ commitment }) => (commitment.type === null ? '' : typeTitles[commitment.type]));
const what = (header: string) => text(header, ({ commitment }) => commitment.description);
const amount = (header: string): Column => ({ header, kind: 'money', cell: ({ commitment }) => commitment.money });
const currency = text('Currency', ({ commitment }) => commitment.money?.currency ?? '');
const due = (header: string): Column => ({ header, kind: 'date', cell: ({ commitment }) => commitment.dueOn });
const vendorOwner = text('Vendor owner', ({ commitment }) => commitment.vendorOwner);
const partnerOwner = text('Partner owner', ({ commitment }) => commitment.partnerOwner);
const status = text('Status', ({ commitment }) => (commitment.status === null ? '' : statusTitles[commitment.status]));
const route = text('Route', ({ commitment }) => { const to = routeOf(commitment); return to === null ? '' : routeTitles[to]; });
const cam = text('Account manager', ({ partner }) => partner.camName);
const country = text('Country', ({ partner }) => partner.country ?? '');
const inReturn = text('In return for', ({ counterpart }) => counterpart);
const madeAt = text('Made at', ({ commitment }) => (commitment.madeAt === 'this-summit' ? 'This summit' : 'Last summit'));
const receipt = text('Receipt reference', ({ commitment }) => commitment.receipt);

const standard: readonly Column[] = [id, partnerName, side, type, what('Description'), amount('Amount'), currency, due('Due date'), vendorOwner, partnerOwner, status, route, inReturn, madeAt, receipt];

/** The columns that each receiving team keeps its own records by; all end with the reference that it types back. */
const handOffColumns: Readonly<Record<Route, readonly Column[]>> = {
  // Fund-request records hold activity, requested amount, budget period and outcome separately from claims.
  mdf: [id, account, partnerName, what('Activity'), amount('Requested amount'), currency, due('Activity ends'), cam, vendorOwner, partnerOwner, status, receipt],
  'co-sell': [id, account, partnerName, country, type, what('Opportunity or protected accounts'), amount('Pipeline value'), currency, due('Expected close'), vendorOwner, partnerOwner, status, receipt],
  enablement: [id, account, partnerName, what('Training or certification'), due('Complete by'), partnerOwner, vendorOwner, cam, status, receipt],
  contracts: [id, account, partnerName, what('Plan term'), amount('Annual target'), currency, due('Period ends'), side, vendorOwner, partnerOwner, inReturn, status, receipt],
  marketing: [id, account, partnerName, what('Campaign or event'), amount('Budget'), currency, due('Date'), side, vendorOwner, partnerOwner, status, receipt],
  incentives: [id, account, partnerName, what('Terms'), amount('Amount'), currency, due('Valid from or until'), cam, vendorOwner, inReturn, status, receipt],
  product: [id, account, partnerName, type, what('Milestone or access'), due('Due date'), vendorOwner, partnerOwner, status, receipt],
  executive: [id, account, partnerName, what('Purpose'), due('By'), vendorOwner, partnerOwner, cam, status, receipt],
};
