import { Autocomplete, Button, NativeSelect, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { capture } from '#shared/commitments/commands.ts';
import type { Commitment, CommitmentSide, CommitmentType } from '#shared/commitments/commitment.ts';
import type { CommitmentId, PartnerId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { fullName } from '#shared/partners/contact.ts';
import { choicesOf } from '#renderer/app/record.ts';
import { refused } from '#renderer/app/refused.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { moneyWords } from '#renderer/ui/data-table/cell-text.ts';
import { SearchSelect } from '#renderer/ui/forms/search-select.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { closeCaptureSheet } from './capture-state.ts';
import { currenciesOf, sideChoices, sideTitles, typeChoices } from './words.ts';

type Draft = { readonly partner: string | null; readonly side: CommitmentSide; readonly type: CommitmentType | ''; readonly description: string; readonly amount: number | ''; readonly currency: string; readonly dueOn: string; readonly vendorOwner: string; readonly partnerOwner: string };

/** Promises as they are made in the room: one field after the other by Tab, Enter captures, Mod+Enter keeps the partner and takes the next. */
export function CaptureSheet({ partner }: { readonly partner: PartnerId | null }) {
  const planner = usePlanner();
  const { snapshot, summit } = planner;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>({ partner, side: 'vendor', type: '', description: '', amount: '', currency: summit.currency, dueOn: '', vendorOwner: '', partnerOwner: '' });
  const [captured, setCaptured] = useState<readonly CommitmentId[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const partners = useMemo(() => choicesOf(snapshot.partners.values()), [snapshot]);
  const currencies = useMemo(() => currenciesOf(snapshot, summit.currency), [snapshot, summit.currency]);
  const chosen = draft.partner === null ? undefined : snapshot.partners.get(draft.partner as PartnerId);
  const vendorPeople = useMemo(() => [...new Set([chosen?.camName ?? '', ...[...snapshot.executives.values()].map(({ name }) => name)])].filter(Boolean), [chosen, snapshot.executives]);
  const partnerPeople = useMemo(() => [...new Set([...snapshot.contacts.values()].filter((contact) => contact.partner === draft.partner).map(fullName))].filter(Boolean), [draft.partner, snapshot.contacts]);
  const kept = captured.flatMap((each) => snapshot.commitments.get(each) ?? []);

  function put(fields: Partial<Draft>) {
    setDraft((now) => ({ ...now, ...fields }));
    setProblem(null);
  }
  function take(isNext: boolean) {
    if (draft.partner === null) return refuse('Choose the partner.', 'partner');
    const outcome = capture(snapshot, {
      partner: draft.partner as PartnerId, side: draft.side, type: draft.type === '' ? null : draft.type, description: draft.description.trim(),
      money: draft.amount === '' ? null : { hundredths: Math.round(draft.amount * 100), currency: draft.currency },
      dueOn: draft.dueOn === '' ? null : (draft.dueOn as LocalDate), vendorOwner: draft.vendorOwner.trim(), partnerOwner: draft.partnerOwner.trim(),
    }, planner.mint);
    const refusal = refused(planner, outcome);
    if (refusal !== null || !outcome.ok) return refuse(refusal ?? '', 'description');
    const added = outcome.value.edits[0]?.id as CommitmentId;
    if (!isNext) {
      closeCaptureSheet();
      return planner.go('commitments', added);
    }
    setCaptured((now) => [added, ...now]);
    setDraft((now) => ({ ...now, type: '', description: '', amount: '' }));
    focus('description');
  }
  function refuse(text: string, field: string) {
    setProblem(text);
    focus(field);
  }
  function focus(field: string) {
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus());
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    take(true);
  }
  const label = sideTitles[draft.side].toLowerCase();
  return (
    <Inspector title="Capture commitments" subtitle="Enter captures; Ctrl+Enter keeps the partner and takes the next" onClose={closeCaptureSheet}>
      <form ref={form} noValidate className="com-capture" aria-label="Capture a commitment" onKeyDown={onKeyDown} onSubmit={(event: FormEvent) => { event.preventDefault(); take(false); }}>
        <SearchSelect label="Partner" name="partner" withAsterisk data={partners} value={draft.partner} autoFocus={partner === null} allowDeselect={false} nothingFoundMessage="No such partner" comboboxProps={{ shadow: 'md' }} onChange={(value) => { put({ partner: value, partnerOwner: '' }); }} />
        <fieldset className="com-sides">
          <legend>Who promises</legend>
          <SegmentedControl name={`${id}-side`} aria-label="Who promises" fullWidth value={draft.side} data={sideChoices} onChange={(value) => { put({ side: value as CommitmentSide }); }} />
        </fieldset>
        <TextInput label="What is promised" name="description" withAsterisk autoComplete="off" autoFocus={partner !== null} value={draft.description} onChange={(event) => { put({ description: event.currentTarget.value }); }} />
        <NativeSelect label="Type" name="type" data={[{ value: '', label: 'Not chosen' }, ...typeChoices]} value={draft.type} onChange={(event) => { put({ type: event.currentTarget.value as CommitmentType | '' }); }} />
        <div className="com-amount">
          <NumberInput label="Amount" name="amount" hideControls min={0} decimalScale={2} thousandSeparator="," value={draft.amount} onChange={(value) => { put({ amount: value === '' ? '' : Number(value) }); }} />
          <NativeSelect label="Currency" name="currency" data={currencies} value={draft.currency} onChange={(event) => { put({ currency: event.currentTarget.value }); }} />
        </div>
        <TextInput label="Due" name="dueOn" type="date" value={draft.dueOn} onChange={(event) => { put({ dueOn: event.currentTarget.value }); }} />
        <div className="com-pair">
          <Autocomplete label="Vendor owner" name="vendorOwner" data={vendorPeople} limit={8} value={draft.vendorOwner} onChange={(value) => { put({ vendorOwner: value }); }} />
          <Autocomplete label="Partner owner" name="partnerOwner" data={partnerPeople} limit={8} value={draft.partnerOwner} onChange={(value) => { put({ partnerOwner: value }); }} />
        </div>
        {problem && <p className="com-problem" role="alert">{problem}</p>}
        <div className="com-steps">
          <Button type="submit">Capture</Button>
          <Button variant="default" onClick={() => { take(true); }}>Capture and next</Button>
        </div>
        <p className="sp-muted" style={{ margin: 0 }}>Only the partner and the words are needed now. A promise of the {label === 'both' ? 'two sides' : label} wants {label === 'both' ? 'both owners' : 'its owner'}, a type and a date before it is agreed.</p>
      </form>
      {kept.length > 0 && <InspectorSection title={`Captured now: ${counted(kept.length, 'commitment')}`}><ul className="com-kept" aria-live="polite">{kept.map((each) => <Kept key={each.id} commitment={each} />)}</ul></InspectorSection>}
    </Inspector>
  );
}

/** One line to read back to both sides. */
function Kept({ commitment: { code, side, description, money, dueOn } }: { readonly commitment: Commitment }) {
  return <li><span>{description}</span><small className="sp-muted">{[code, side === null ? '' : sideTitles[side], money ? moneyWords(money) : '', dueOn ?? ''].filter(Boolean).join(' · ')}</small></li>;
}
