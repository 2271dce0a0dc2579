import { seeded } from '#shared/kernel/random.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { anySnapshot, type Drawn, numbers, texts } from './any-snapshot.ts';

/** A snapshot full of what files, readers and spreadsheet programs drop or change; one in forty with texts that no cell holds. Same seed, same snapshot. */
export function exportableSnapshot(seed: number): Snapshot {
  return anySnapshot(seed, 2, seed % 40 === 0 ? withLong : drawn, seeded(seed).pick(['', '', '-', '0', '1e5:', 'TRUE.']));
}

const worst = [
  '+1+1', '-2', '@SUM(A1)', "'", "'=quoted", "''=twice", '+49 30 1234567', '\t=tab', '\r=return', '\n=line', ' =blank', '⟨empty⟩', '⟨more: 1 of 3⟩', '⟨U+0041⟩', '⟨', '_x000D_', '_x005F_x0041_', '\u0007bell', '\u0085next', '\ud800', 'a\udc00b', '\ufeffmark',
  '\ufffe', '\u2028', 'line\n\n\nlines\n', 'tab\tin', 'a;b', 'a; b', '; ', '["a"]', '[', 'TRUE', 'false', '00123', '1e5', '1,5', '1.234,56', '12/03/2027', '3.4.27', '0001-01-01', '1900-02-28', '2027-02-30T10:00', '9999-99-99T23:59', '0000-01-01T00:00',
  'مرحبا بالعالم', '\u200fنص\u200e', '\u202e=x', '中文，名', 'ｶﾀｶﾅ', 'nul\u0000in', '&amp;<![CDATA[x]]>', '"', '""', 'a"b', ',', 'null', 'id (Summit Planner 4: partners)', 'N/A', '#N/A', '#REF!', '-', '\u00a0', '\u200b', 'Read me', '{"json":1}',
];

const drawn: Drawn = { texts: [...texts, ...worst], numbers: [...numbers, 9_007_199_254_740_991, -999_999_999_999_999, 1_000_000_000_000_001, -12_345, 7, 0.1 + 0.2, 1e-7] };
const withLong: Drawn = { ...drawn, texts: [...drawn.texts, `${'long text, \n"quoted" 😀'.repeat(3000)}end`, ' '.repeat(33_000), `=${'a'.repeat(32_766)}`] };
