export type Row = readonly string[];

/** A CSV file as an export writes it: comma, quotes only where needed, one kind of line end. Cells are already text. */
export function csv(rows: readonly Row[], newline: '\n' | '\r\n' = '\n'): string {
  return rows.map((row) => row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join(',')).join(newline) + newline;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2027-05-11` as `11-May-2027`, as signature systems write it. */
export function dayMonthYear(iso: string): string {
  const [year, month, day] = iso.split('-');
  return iso === '' ? '' : `${Number(day)}-${months[Number(month) - 1]}-${year}`;
}

/** Days after a date, ISO. */
export function daysAfter(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
