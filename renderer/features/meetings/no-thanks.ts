import type { ExecutiveId, PartnerId, RequestId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { vetoAll } from '#shared/meetings/bulk.ts';
import { liftVeto, veto } from '#shared/meetings/commands.ts';
import type { MeetingRequest } from '#shared/meetings/request.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import { choicesOf } from '#renderer/app/record.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { textIn } from '#renderer/ui/forms/field.ts';

const chosen = ({ selected, snapshot }: Planner): MeetingRequest | undefined => (selected === null ? undefined : snapshot.requests.get(selected as RequestId));
const sides = [{ value: 'partner', label: 'The partner' }, { value: 'vendor', label: 'Our side' }];

export const noThanks = defineAction({ id: 'meetings.no-thanks', label: 'No thanks…', place: 'meetings', run: sayNo });
export const liftNoThanks = defineAction({
  id: 'meetings.lift-no-thanks', label: 'Lift “no thanks”', place: 'meetings', isEnabled: (planner) => (chosen(planner)?.veto ?? null) !== null,
  run: (planner) => { const request = chosen(planner); if (request) planner.attempt(liftVeto(planner.snapshot, request.id)); },
});

/** Keeps every pair of the picked requests apart, with one reason. True: they are. */
export async function noThanksToAll(planner: Planner, ids: readonly RequestId[]): Promise<boolean> {
  const values = await planner.fill({
    title: `No thanks to ${counted(ids.length, 'request')}`, submit: 'Keep them apart', intro: 'The two of each request are not scheduled together, by this request or another, until it is lifted. What is placed leaves the schedule.',
    fields: [{ name: 'side', label: 'Who says no', kind: 'choice', choices: sides, required: true }, { name: 'reason', label: 'Reason', kind: 'text' }], initial: { side: 'partner' },
  });
  return values !== null && planner.attempt(vetoAll(planner.snapshot, ids, textIn(values, 'side') === 'vendor' ? 'vendor' : 'partner', textIn(values, 'reason')));
}

export const noThanksActions: readonly Action[] = [noThanks, liftNoThanks];

/** Keeps on record who does not want to meet whom; asks for the pair unless a request is chosen. */
async function sayNo(planner: Planner): Promise<void> {
  const { snapshot } = planner;
  const request = chosen(planner);
  const minted = planner.mint<RequestId>();
  await planner.fill({
    title: 'No thanks', submit: 'Keep them apart', intro: 'The two are not scheduled together, by this request or another, until this is lifted.',
    fields: [
      ...(request ? [] : [
        { name: 'partner', label: 'Partner', kind: 'choice' as const, choices: choicesOf(snapshot.partners.values()), required: true, width: 'half' as const },
        { name: 'host', label: 'Host', kind: 'choice' as const, choices: choicesOf(snapshot.executives.values()), required: true, width: 'half' as const },
      ]),
      { name: 'side', label: 'Who says no', kind: 'choice', choices: sides, required: true },
      { name: 'reason', label: 'Reason', kind: 'text' },
    ],
    initial: { side: 'partner' },
    take(values) {
      const pair = request ?? { partner: textIn(values, 'partner') as PartnerId, host: textIn(values, 'host') as ExecutiveId };
      const said = planner.attempt(veto(snapshot, pair, textIn(values, 'side') === 'vendor' ? 'vendor' : 'partner', textIn(values, 'reason'), (() => minted) as Planner['mint']));
      return said ? undefined : { '': 'Nothing was changed.' };
    },
  });
}
