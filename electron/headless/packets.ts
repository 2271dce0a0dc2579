import { packetsOf } from '#shared/exchange/packets/forms.ts';
import { packetKinds } from '#shared/exchange/packets/packet.ts';
import { packetBytes } from '#shared/exchange/spreadsheet/write-packet.ts';
import { expectedPartners } from '#shared/invitations/stage.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { oneOf } from './call.ts';
import { filesWritten, saveAll, uniqueNames } from './export.ts';
import { loadSummit, plainFileName } from './files.ts';
import type { Command } from './outcome.ts';

/** Sheets to fill in, one a reader; `import --into` brings them back. */
export const packets: Command = {
  name: 'packets',
  usage: `summit packets FILE.summit --out DIR --kind ${packetKinds.join('|')}`,
  shape: { words: ['the summit file'], values: ['out', 'kind'], flags: [] },
  async run(call, { now }) {
    const out = call.value('out');
    if (out === null) return err('packets needs --out DIR');
    const kind = oneOf(call, 'kind', packetKinds, 'score-sheet');
    if (!kind.ok) return kind;
    const file = await loadSummit(call.words[0] ?? '');
    if (!file.ok) return file;
    const { snapshot } = file.value;
    const made = packetsOf(snapshot, kind.value, expectedPartners(snapshot));
    const names = uniqueNames(made.map(({ title }) => plainFileName(title)));
    const saved = await saveAll(await Promise.all(made.map(async (packet, index) => [`${names[index] ?? 'Sheet'}.xlsx`, kind.value, await packetBytes(packet, theSummit(snapshot).id, now), { reader: packet.name }] as const)), out);
    return saved.ok ? ok({ document: { files: saved.value }, lines: filesWritten(saved.value), findings: 0 }) : saved;
  },
};
