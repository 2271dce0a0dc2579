import type { FoundPairs } from '#shared/exchange/duplicates/find-pairs.ts';
import type { Pair } from '#shared/exchange/duplicates/pair.ts';
import { fullName } from '#shared/partners/contact.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

/** What an import may have brought twice, as findings: nothing is merged without a planner's word. */
export function proposalFindings({ partners, contacts }: Snapshot, { pairs, leftOut }: FoundPairs): { readonly rule: string; readonly text: string }[] {
  const partner = (id: string) => { const row = partners.get(id as never); return row === undefined ? id : `${row.name}${row.accountId === null ? '' : ` (${row.accountId})`}`; };
  const contact = (id: string) => { const row = contacts.get(id as never); return row === undefined ? id : `${fullName(row) || 'a contact'}${row.code === null ? '' : ` (${row.code})`}`; };
  const said = ({ of, one, other, certainty, reasons, against, score }: Pair) => {
    const grounds = `${[reasons.join('; '), against.length > 0 ? `but ${against.join('; ')}` : ''].filter((part) => part !== '').join('; ')} – ${certainty}, ${score} of 100`;
    if (of === 'belonging') return { rule: 'partner-proposed', text: `${contact(one)} may belong to ${partner(other)}: ${grounds}. Link them in Exchange, Find duplicates.` };
    const nameOf = of === 'partners' ? partner : contact;
    return { rule: 'duplicate-proposed', text: `${nameOf(one)} and ${nameOf(other)} may be one: ${grounds}. Merge or keep both in Exchange, Find duplicates.` };
  };
  return [...pairs.map(said), ...leftOut.map((text) => ({ rule: 'not-compared', text }))];
}
