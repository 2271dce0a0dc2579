import { expect, test } from 'vitest';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { planSheets } from '#shared/exchange/outgoing/plan-sheets.ts';
import { sheetRows } from '#shared/exchange/outgoing/table-sheets.ts';
import type { InvitationId, PartnerId, SummitId } from '#shared/kernel/ids.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { newSnapshot } from '#shared/workspace/snapshot.ts';

test('the lists of decisions name partners, and are taken for no list that can be imported', async () => {
  const acme = blankPartner('p1' as PartnerId, 'Acme');
  const invitation = { id: 'i1' as InvitationId, partner: acme.id, stage: 'invited', wave: 'A', seats: 2, grounds: [{ kind: 'tier', reason: 'Elite' }], approver: 'Ana Li', steps: [] } as const;
  const sheets = planSheets({ ...newSnapshot('s' as SummitId, 'Summit'), partners: new Map([[acme.id, acme]]), invitations: new Map([[invitation.id, invitation]]) });
  expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([['invitations', [['Acme', null, 'invited', 'A', 2, 'tier: Elite', 'Ana Li']]], ['placements', []], ['criteria', []], ['recusals', []]]);
  const reading = await readFolder(sheets.map((sheet) => ({ name: `${sheet.name}.csv`, bytes: csvBytes(sheetRows(sheet)) })));
  expect({ read: reading.files.map(({ name, kind }) => [name, kind]), unread: reading.unread.map(({ code }) => code) }).toEqual({ read: [], unread: sheets.map(() => 'columns-missing') });
});
