import type { PartnerId } from '#shared/kernel/ids.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { addRow } from '#shared/workspace/edit-field.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import { choiceOf, removeRecords } from '#renderer/app/record.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { textIn } from '#renderer/ui/forms/field.ts';

export const addPartner = defineAction({ id: 'partners.add', label: 'Add partner', keys: 'Mod+Alt+N', place: 'partners', run: add });

export const removePartner = defineAction({
  id: 'partners.remove',
  label: 'Remove partner',
  place: 'partners',
  isEnabled: ({ selected, snapshot }) => selected !== null && snapshot.partners.has(selected as PartnerId),
  run: (planner) => removePartners(planner, planner.selected === null ? [] : [planner.selected]),
});

export const partnerActions: readonly Action[] = [addPartner, removePartner];

async function add(planner: Planner): Promise<void> {
  const values = await planner.fill({
    title: 'Add partner',
    submit: 'Add partner',
    fields: [
      { name: 'name', label: 'Name', kind: 'text', required: true },
      { name: 'accountId', label: 'Account ID', kind: 'text', hint: 'Its id in your own systems, if it has one', width: 'half' },
      { name: 'tier', label: 'Tier', kind: 'choice', choices: planner.summit.tiers.map(choiceOf), width: 'half' },
    ],
  });
  if (!values) return;
  const partner = { ...blankPartner(planner.mint<PartnerId>(), textIn(values, 'name')), accountId: textIn(values, 'accountId') || null, tier: textIn(values, 'tier') || null };
  if (planner.attempt(addRow('partners', partner, `Add ${partner.name}`))) planner.go('partners', partner.id);
}

export async function removePartners(planner: Planner, ids: readonly string[]): Promise<void> {
  await removeRecords(planner, 'partners', ids, 'partner', (id) => planner.snapshot.partners.get(id as PartnerId)?.name ?? 'a partner');
}
