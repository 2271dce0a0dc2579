import type { PartnerId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { addRow } from '#shared/workspace/edit-field.ts';
import { removal, takenAlong } from '#shared/workspace/removal.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
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
      { name: 'tier', label: 'Tier', kind: 'choice', choices: planner.summit.tiers.map((tier) => ({ value: tier, label: tier })), width: 'half' },
    ],
  });
  if (!values) return;
  const partner = { ...blankPartner(planner.mint<PartnerId>(), textIn(values, 'name')), accountId: textIn(values, 'accountId') || null, tier: textIn(values, 'tier') || null };
  if (planner.attempt(addRow('partners', partner, `Add ${partner.name}`))) planner.go('partners', partner.id);
}

/** Removes partners with everything that cannot stand without them, after saying what that is. */
export async function removePartners(planner: Planner, ids: readonly string[]): Promise<void> {
  const names = ids.flatMap((id) => planner.snapshot.partners.get(id as PartnerId)?.name ?? []);
  if (names.length === 0) return;
  const change = removal(planner.snapshot, 'partners', ids, names.length === 1 ? `Remove ${names[0]}` : `Remove ${counted(names.length, 'partner')}`);
  const along = Object.entries(takenAlong(change, 'partners')).map(([table, count]) => `${count} ${table}`);
  const agreed = along.length === 0 || (await planner.confirm({ title: `${change.label}?`, text: `This also removes ${along.join(', ')}. You can undo it.`, yes: 'Remove', isDangerous: true }));
  if (!agreed) return;
  planner.commit(change);
  planner.go('partners');
}
