import './meeting-times.css';
import { Button, Checkbox, MultiSelect, NumberInput, Radio, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { counted } from '#shared/kernel/text.ts';
import { type LocalDate, LocalTime } from '#shared/kernel/time.ts';
import { lengthOf, meetingLengths } from '#shared/meetings/request.ts';
import { schedulableRequests } from '#shared/meetings/schedulable.ts';
import { rhythmMinutes } from '#shared/summit/capacity.ts';
import { addBlocks, adviceOn, type GridAdvice, gridPlan, type GridWish, usualWish } from '#shared/summit/grid-plan.ts';
import { saveChart } from '#renderer/app/export-table.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { DayBands } from '#renderer/ui/charts/day-bands.tsx';
import { dateWords } from '#renderer/ui/data-table/cell-text.ts';
import { FindingBadge } from '#renderer/ui/feedback/findings.tsx';
import { Stat, StatRow } from '#renderer/ui/feedback/stat.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { dayLines } from './meeting-times-days.ts';

/** Meeting blocks proposed between the sessions: what the planner wants at the left, the days as they would be at the right. */
export function MeetingTimes() {
  const planner = usePlanner();
  const { snapshot } = planner;
  const [wish, setWish] = useState<GridWish>(() => usualWish(snapshot));
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const lengths = useMemo(() => schedulableRequests(snapshot).map(lengthOf), [snapshot]);
  const plan = useMemo(() => gridPlan(snapshot, wish, lengths), [snapshot, wish, lengths]);
  const blocks = plan.blocks.filter(({ startsAt }) => !leftOut.has(startsAt));
  const capacity = plan.present + blocks.reduce((total, block) => total + block.capacity, 0);
  const want = (fields: Partial<GridWish>) => { setWish((now) => ({ ...now, ...fields })); };
  if (planner.summit.days.length === 0) return <EmptyState title="No days yet" actions={<Button onClick={() => { planner.go('set-up'); }}>Add days in Set-up</Button>}>Meeting blocks are laid between the sessions of the summit’s days.</EmptyState>;
  return (
    <div className="sp-times">
      <form className="sp-times-wish" aria-label="Meeting times" onSubmit={(event) => { event.preventDefault(); planner.attempt(addBlocks(snapshot, { wish, blocks }, planner.mint)); }}>
        <Wish wish={wish} want={want} />
        <div className="sp-times-deed">
          <Button type="submit" disabled={blocks.length === 0 || wish.rooms.length === 0}>Add {counted(blocks.length, 'meeting block')}</Button>
          <span className="sp-muted">One step; you can undo it.</span>
        </div>
      </form>
      <div className="sp-times-plan">
        <StatRow>
          <Stat label="Asked for" value={lengths.length} of={lengths.length === 1 ? 'meeting' : 'meetings'} detail={Math.ceil(plan.demand) === lengths.length ? `of ${wish.meetingMinutes} minutes` : `as much as ${Math.ceil(plan.demand)} of ${wish.meetingMinutes} minutes`} />
          <Stat label="These blocks hold" value={capacity - plan.present} detail={`${counted(blocks.reduce((total, { starts }) => total + starts, 0), 'start')} at ${counted(plan.tables, 'table')}`} />
          <Stat label="Blocks there hold" value={plan.present} detail="on the agenda already" />
          {plan.demand > capacity
            ? <Stat label="Too few by" value={Math.ceil(plan.demand - capacity)} detail="10 to 20 % to spare is usual" severity="warning" />
            : <Stat label="To spare" value={plan.demand === 0 ? '—' : `${Math.round((capacity / plan.demand - 1) * 100)} %`} detail="10 to 20 % is usual" />}
        </StatRow>
        <Advice advice={adviceOn(plan, blocks)} tables={plan.tables} starts={blocks.reduce((total, { starts }) => total + starts, 0)} />
        <InspectorSection level={2} title="The days as they would be"><DayBands title="Blocks and starts" summary={`${counted(blocks.length, 'new block')} with ${counted(blocks.reduce((total, block) => total + block.starts, 0), 'start')}; meetings of ${wish.meetingMinutes} minutes with ${wish.breakMinutes} minutes between them, starting on a grid of ${wish.gridMinutes}.`} days={dayLines(snapshot, wish, blocks)} onSave={(svg, format) => void saveChart(planner, 'Meeting times', svg, format)} /></InspectorSection>
        <InspectorSection level={2} title="Blocks to add">
          <ul className="sp-plain-list">
            {plan.blocks.map(({ startsAt, endsAt, starts, capacity: holds }) => (
              <li key={startsAt}><Checkbox
                checked={!leftOut.has(startsAt)} label={`${dateWords(startsAt.slice(0, 10))}, ${startsAt.slice(11)}–${endsAt.slice(11)}: ${counted(starts, 'start')}, ${counted(holds, 'meeting')}`}
                onChange={(event) => { const next = new Set(leftOut); if (event.currentTarget.checked) next.delete(startsAt); else next.add(startsAt); setLeftOut(next); }}
              /></li>
            ))}
          </ul>
          {plan.blocks.length === 0 && <p className="sp-muted">{wish.days.length === 0 ? 'Choose a day.' : 'The agenda leaves no stretch free that is long enough. Allow shorter blocks, or meetings beside sessions that not everybody attends.'}</p>}
        </InspectorSection>
      </div>
    </div>
  );
}

function Wish({ wish, want }: { readonly wish: GridWish; readonly want: (fields: Partial<GridWish>) => void }) {
  const { snapshot, summit } = usePlanner();
  const { days, meetingMinutes, gridMinutes, breakMinutes, lunch, around, leastBlockMinutes, rooms } = wish;
  const minutes = (label: string, value: number, min: number, max: number, take: (next: number) => void, description?: string) => (
    <NumberInput label={label} {...(description !== undefined && { description })} suffix=" min" value={value} min={min} max={max} allowDecimal={false} allowNegative={false} clampBehavior="blur" onChange={(next) => { if (typeof next === 'number' && next >= min && next <= max) take(next); }} />
  );
  const setLunch = (end: 'from' | 'to', text: string) => { const read = LocalTime.safeParse(text); if (lunch && read.success) want({ lunch: { ...lunch, [end]: read.data } }); };
  return (
    <>
      <Checkbox.Group label="Days" value={[...days]} onChange={(next) => { want({ days: next as LocalDate[] }); }}>
        <div className="sp-times-days">{summit.days.map(({ date, opensAt, closesAt }) => <Checkbox key={date} value={date} label={`${dateWords(date)}, ${opensAt}–${closesAt}`} />)}</div>
      </Checkbox.Group>
      <div className="sp-times-pair">
        <Select label="Usual meeting" data={meetingLengths.map((length) => ({ value: String(length), label: `${length} minutes` }))} value={String(meetingMinutes)} allowDeselect={false} onChange={(next) => { if (next !== null) want({ meetingMinutes: Number(next) }); }} />
        {minutes('Break after it', breakMinutes, 0, 60, (next) => { want({ breakMinutes: next }); })}
        {minutes('May start every', gridMinutes, 5, 120, (next) => { want({ gridMinutes: next }); })}
        {minutes('No block under', leastBlockMinutes, 15, 480, (next) => { want({ leastBlockMinutes: next }); })}
      </div>
      <p className="sp-muted sp-times-hint">{rhythmWords(wish)}</p>
      <Checkbox label="Keep lunch free" checked={lunch !== null} onChange={(event) => { want({ lunch: event.currentTarget.checked ? { from: '12:30' as LocalTime, to: '13:30' as LocalTime } : null }); }} />
      {lunch && <div className="sp-times-pair"><TextInput type="time" label="Lunch from" value={lunch.from} onChange={(event) => { setLunch('from', event.currentTarget.value); }} /><TextInput type="time" label="Lunch to" value={lunch.to} onChange={(event) => { setLunch('to', event.currentTarget.value); }} /></div>}
      <Radio.Group label="Keep clear of" value={around} onChange={(next) => { want({ around: next as GridWish['around'] }); }}>
        <Radio mt={6} value="plenary" label="What everybody attends" description="Plenaries, meals, breaks and evenings. Sessions people choose between may run beside meetings." />
        <Radio mt={8} value="every" label="Every session" />
      </Radio.Group>
      <MultiSelect label="Rooms to open" searchable clearable value={[...rooms]} onChange={(next) => { want({ rooms: next as unknown as GridWish['rooms'] }); }} data={[...snapshot.rooms.values()].map(({ id, name, parallelMeetings }) => ({ value: id, label: `${name} (${counted(parallelMeetings, 'table')})` }))} maxDropdownHeight={220} />
    </>
  );
}

/** What meetings of each length take on this grid, and the grid that wastes nothing, where this one does. */
function rhythmWords(wish: GridWish): string {
  const { meetingMinutes, breakMinutes, gridMinutes } = wish;
  const takes = rhythmMinutes(wish, meetingMinutes);
  const others = meetingLengths.filter((length) => length !== meetingMinutes).map((length) => `${length} take ${rhythmMinutes(wish, length)}`);
  const waste = takes - meetingMinutes - breakMinutes;
  return `With its break, a meeting of ${meetingMinutes} minutes takes ${takes} on this grid; ${others.join(', ')}.${waste > 0 && gridMinutes > 5 ? ` ${waste} of them are idle: with a start every 5 minutes it takes ${rhythmMinutes({ breakMinutes, gridMinutes: 5 }, meetingMinutes)}.` : ''}`;
}

/** How to hold everything that is asked for, by the field's rule: meetings divided by slots, and 10 to 20 % to spare. */
function Advice({ advice, tables, starts }: { readonly advice: GridAdvice | null; readonly tables: number; readonly starts: number }) {
  if (advice === null) return null;
  const range = ({ least, most }: { least: number; most: number }, noun: string) => (least === most ? counted(least, noun) : `${least} to ${most} ${noun}s`);
  const ways = [advice.tables ? `${range(advice.tables, 'table')} instead of ${tables} at these times` : '', advice.starts ? `${range(advice.starts, 'start')} instead of ${starts} at these tables` : ''].filter(Boolean);
  return <p className="sp-times-advice"><FindingBadge severity="warning">Too little time</FindingBadge> To hold everything with 10 to 20 % to spare: {ways.length > 0 ? ways.join(', or ') : 'open a room and free some time'}. Tables are set for each room in Set-up.</p>;
}
