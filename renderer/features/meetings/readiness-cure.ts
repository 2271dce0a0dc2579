import { waiveAll } from '#shared/agreements/commands.ts';
import { counted } from '#shared/kernel/text.ts';
import { type Cure, cureChange } from '#shared/meetings/readiness-cures.ts';
import { handOverChange, handOvers } from '#shared/meetings/relief.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { lastDay, waiverFields, waiverIn } from '#renderer/app/waiver.ts';
import { hostName, partnerName } from './select.ts';
import { whereOf } from './where.ts';

/** Applies a cure of the readiness check, after asking what only the planner knows. */
export async function applyCure(planner: Planner, cure: Cure): Promise<void> {
  switch (cure.kind) {
    case 'plan-grid': return planner.go('agenda', 'meeting-times');
    case 'hand-over': return handOver(planner, cure);
    case 'waive-ndas': return waiveNdas(planner, cure);
    default: planner.attempt(cureChange(planner.snapshot, cure, { on: planner.today(), who: planner.summit.plannerName || planner.actor || 'Planner', why: 'Asks for a one-to-one' }));
  }
}

/** As many as one reads before saying yes. */
const mostListed = 12;

async function handOver(planner: Planner, { hosts }: Extract<Cure, { readonly kind: 'hand-over' }>): Promise<void> {
  const where = whereOf(planner.snapshot);
  const overs = handOvers(where, hosts);
  if (overs.length === 0) return planner.tell('No other host has the time. Nothing was changed: ask for fewer meetings, or add meeting time.', 'bad');
  const lines = overs.flatMap(({ request: id, host }) => { const request = where.tables.requests.get(id); return request ? [`${partnerName(where, request)}: ${hostName(where, host)} instead of ${hostName(where, request.host)}`] : []; });
  const more = lines.length > mostListed ? ` And ${lines.length - mostListed} more.` : '';
  const isAgreed = await planner.confirm({ title: `Hand over ${counted(overs.length, 'request')}?`, text: `${lines.slice(0, mostListed).join('. ')}.${more} The least important were chosen, for hosts whose topics fit or who have the most time. You can undo it.`, yes: 'Hand over' });
  if (isAgreed) planner.commit(handOverChange(planner.snapshot, overs));
}

async function waiveNdas(planner: Planner, { parties }: Extract<Cure, { readonly kind: 'waive-ndas' }>): Promise<void> {
  const values = await planner.fill({
    title: `Waive the NDA for ${parties.length === 1 ? 'one party' : `${parties.length} parties`}`, submit: 'Waive', intro: 'Lets them hear confidential things without an NDA. It is logged for each with who approved it and why, and ends by itself.',
    initial: { until: lastDay(planner) }, fields: waiverFields(planner),
  });
  if (values) planner.attempt(waiveAll(planner.snapshot, parties, waiverIn(values), planner.today(), planner.mint));
}
