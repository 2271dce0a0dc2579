/** Cells as a spreadsheet takes them from the clipboard; what holds a tab, a line break or a quote is quoted. */
export function toTsv(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => cells.map((cell) => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n');
}

/** The cells a spreadsheet put on the clipboard. A last empty line is the end of the text, not a row. */
export function fromTsv(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') cell += text.charAt((at += 1));
      else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === '\t') {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') {
      lines.push([...cells, cell]);
      cells = [];
      cell = '';
    } else if (character !== '\r') cell += character;
  }
  if (cell !== '' || cells.length > 0) lines.push([...cells, cell]);
  return lines;
}
