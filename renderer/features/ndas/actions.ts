import type { Agreement } from '#shared/agreements/agreement.ts';
import { addAgreement, approveWaiver, confirmDates, endAgreement, type Party, partyName, reinstate, waive } from '#shared/agreements/commands.ts';
import type { AgreementId, ContactId, PartnerId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { fullName } from '#shared/partners/contact.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import { choicesOf, removeRecords } from '#renderer/app/record.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { lastDay, waiverFields, waiverIn } from '#renderer/app/waiver.ts';
import { type Field, type FormValues, textIn } from '#renderer/ui/forms/field.ts';

export const addNda = defineAction({ id: 'ndas.add', label: 'Add NDA', keys: 'Mod+Alt+N', place: 'ndas', isEnabled: ({ snapshot }) => snapshot.partners.size + snapshot.contacts.size > 0, run: (planner) => addForParty(planner, selectedParty(planner)) });
export const waiveNda = defineAction({ id: 'ndas.waive', label: 'Waive…', keys: 'Mod+Alt+W', place: 'ndas', isEnabled: ({ snapshot }) => snapshot.partners.size + snapshot.contacts.size > 0, run: (planner) => waiveForParty(planner, selectedParty(planner)) });
export const approveTheWaiver = onAgreement('ndas.approve-waiver', 'Approve the waiver…', ({ ending }) => ending?.event === 'waived', approveFromForm);
export const confirmNda = onAgreement('ndas.confirm', 'Confirm it as dated', ({ reportedStage }) => reportedStage !== null, ({ attempt, snapshot }, { id }) => { attempt(confirmDates(snapshot, id)); });
export const markDeclined = onAgreement('ndas.decline', 'Mark declined…', isRunning, (planner, agreement) => end(planner, agreement, 'declined'));
export const terminateNda = onAgreement('ndas.terminate', 'Terminate…', isRunning, (planner, agreement) => end(planner, agreement, 'terminated'));
export const voidNda = onAgreement('ndas.void', 'Void…', isRunning, (planner, agreement) => end(planner, agreement, 'voided'));
export const reinstateNda = onAgreement('ndas.reinstate', 'Take the ending back', ({ ending }) => ending !== null, ({ attempt, snapshot }, { id }) => { attempt(reinstate(snapshot, id)); });
export const removeNda = onAgreement('ndas.remove', 'Remove NDA', () => true, (planner, { id }) => removeNdas(planner, [id]));

export const ndaActions: readonly Action[] = [addNda, waiveNda, confirmNda, approveTheWaiver, markDeclined, terminateNda, voidNda, reinstateNda, removeNda];

export function selectedAgreement({ selected, snapshot }: Planner): Agreement | null {
  return selected === null ? null : (snapshot.agreements.get(selected as AgreementId) ?? null);
}

export async function removeNdas(planner: Planner, ids: readonly string[]): Promise<void> {
  await removeRecords(planner, 'agreements', ids, 'NDA', (id) => { const row = planner.snapshot.agreements.get(id as AgreementId); return row ? `the NDA of ${partyName(row)}` : 'an NDA'; });
}

export async function addForParty(planner: Planner, party: Party | null): Promise<void> {
  const values = await planner.fill({ title: 'Add NDA', submit: 'Add NDA', initial: initialParty(party), fields: [...partyFields(planner), { name: 'owner', label: 'Owner', kind: 'text', hint: 'Who sees that it gets signed' }], check: onePartyOnly });
  const chosen = values && partyIn(values);
  if (!values || !chosen) return;
  const outcome = addAgreement(planner.snapshot, chosen, textIn(values, 'owner'), planner.mint);
  if (planner.attempt(outcome) && outcome.ok) planner.go('ndas', outcome.value.edits[0]?.id ?? null);
}

export async function waiveForParty(planner: Planner, party: Party | null): Promise<void> {
  const values = await planner.fill({
    title: 'Waive the NDA', submit: 'Waive', intro: 'Lets somebody hear confidential things without an NDA. It is logged with who approved it and why, and ends by itself.',
    initial: { ...initialParty(party), until: lastDay(planner) }, fields: [...partyFields(planner), ...waiverFields(planner)], check: onePartyOnly,
  });
  const chosen = values && partyIn(values);
  if (values && chosen) planner.attempt(waive(planner.snapshot, chosen, waiverIn(values), planner.today(), planner.mint));
}

function onAgreement(id: string, label: string, isFor: (agreement: Agreement) => boolean, run: (planner: Planner, agreement: Agreement) => void | Promise<void>): Action {
  return defineAction({
    id, label, place: 'ndas', isEnabled: (planner) => { const agreement = selectedAgreement(planner); return agreement !== null && isFor(agreement); },
    run: async (planner) => { const agreement = selectedAgreement(planner); if (agreement) await run(planner, agreement); },
  });
}

function isRunning({ ending }: Agreement): boolean {
  return ending === null;
}

/** In the coverage view a person is selected, in the register an agreement, whose party is meant. */
function selectedParty({ selected, snapshot }: Planner): Party | null {
  if (selected === null) return null;
  if (snapshot.contacts.has(selected as ContactId)) return { level: 'person', contact: selected as ContactId };
  const agreement = snapshot.agreements.get(selected as AgreementId);
  if (agreement?.level === 'person' && agreement.contact !== null) return { level: 'person', contact: agreement.contact };
  return agreement?.partner ? { level: 'organisation', partner: agreement.partner } : null;
}

async function approveFromForm(planner: Planner, { id, ending }: Agreement): Promise<void> {
  const values = await planner.fill({ title: 'Approve the waiver', submit: 'Approve', initial: { approver: ending?.approver ?? '', reason: ending?.reason ?? '', until: ending?.until ?? lastDay(planner) }, fields: waiverFields(planner) });
  if (values) planner.attempt(approveWaiver(planner.snapshot, id, waiverIn(values), planner.today()));
}

async function end(planner: Planner, agreement: Agreement, event: 'declined' | 'terminated' | 'voided'): Promise<void> {
  const values = await planner.fill({
    title: `${partyName(agreement)}: ${event}`, submit: `Mark ${event}`, initial: { on: planner.today() },
    fields: [{ name: 'on', label: 'On', kind: 'date', required: true }, { name: 'reason', label: 'Reason', kind: 'text' }],
  });
  if (values) planner.attempt(endAgreement(planner.snapshot, agreement.id, event, textIn(values, 'reason'), textIn(values, 'on') as LocalDate));
}

function partyFields({ snapshot: { partners, contacts } }: Planner): Field[] {
  const people = [...contacts.values()].map((contact) => ({ id: contact.id, name: `${fullName(contact)} (${(contact.partner && partners.get(contact.partner)?.name) || contact.organisation || 'no organisation'})` }));
  return [
    { name: 'partner', label: 'For the organisation', kind: 'choice', choices: choicesOf(partners.values()) },
    { name: 'contact', label: 'Or for one person only', kind: 'choice', choices: choicesOf(people) },
  ];
}

function onePartyOnly(values: FormValues): Readonly<Record<string, string>> {
  const [partner, contact] = [textIn(values, 'partner'), textIn(values, 'contact')];
  if (partner === '' && contact === '') return { partner: 'Choose an organisation or a person.' };
  return partner !== '' && contact !== '' ? { contact: 'Choose one of the two: the organisation or the person.' } : {};
}

function partyIn(values: FormValues): Party | null {
  const [partner, contact] = [textIn(values, 'partner'), textIn(values, 'contact')];
  if (contact !== '') return { level: 'person', contact: contact as ContactId };
  return partner === '' ? null : { level: 'organisation', partner: partner as PartnerId };
}

function initialParty(party: Party | null): FormValues {
  return party === null ? {} : party.level === 'person' ? { contact: party.contact } : { partner: party.partner };
}
