import { IconArrowsExchange, IconBan, IconCheck } from '@tabler/icons-react';
import { use, type CSSProperties, type ReactNode, type Ref } from 'react';
import type { EventProps, ResourceHeaderProps } from 'react-big-calendar';
import { instantOf, minutesBetween, wallOf, type BoardEvent, type BoardResource, type Legality } from './board.ts';
import { BoardContext, LiftedContext, type HeldEvent, type Lifted } from './board-context.ts';
import { timeWords } from './floating-localizer.ts';
import { shortWordsOf, wordsOf, type Band } from './legality-bands.ts';

/** One event: times, icon, title, state. While it is on the move it stands here pale and nameless, and its double carries the name. */
export function EventFace({ event: held }: EventProps<HeldEvent>) {
  const { movingId } = use(BoardContext);
  return <Face event={held.event} start={wallOf(held.start)} end={wallOf(held.end)} isLeftBehind={movingId === held.event.id} />;
}

type FaceProps = { readonly event: BoardEvent; readonly start: string; readonly end: string; readonly legality?: Legality; readonly isLeftBehind?: boolean };

function Face({ event, start, end, legality, isLeftBehind = false }: FaceProps) {
  const size = sizeOf(minutesBetween(start, end));
  return (
    <div className="sp-event" {...(isLeftBehind ? { 'data-left-behind': true } : { 'data-event-id': event.id })} data-size={size} data-marked={event.state || legality ? true : undefined} data-verdict={legality?.verdict}>
      <span className="sp-event-title">{event.icon && <span className="sp-event-icon">{event.icon}</span>}<span>{event.title}</span></span>
      <span className="sp-event-more"><span className="sp-event-times">{timeWords(start)}–{timeWords(end)}</span>{event.subtitle && <><span className="sp-event-times"> · </span>{event.subtitle}</>}</span>
      {event.state && !legality && <span className="sp-event-state" data-kind={event.state.kind}>{event.state.icon}<span>{event.state.label}</span></span>}
      {legality && <span className="sp-event-verdict"><VerdictIcon legality={legality} />{legality.verdict === 'legal' ? 'Free' : wordsOf(legality)}</span>}
    </div>
  );
}

/** How much of an event there is room to write: under 25, 40 and 55 minutes. */
function sizeOf(minutes: number): 'short' | 'small' | 'medium' | 'tall' {
  return minutes < 25 ? 'short' : minutes < 40 ? 'small' : minutes < 55 ? 'medium' : 'tall';
}

function VerdictIcon({ legality: { verdict } }: { readonly legality: Legality }) {
  const Icon = verdict === 'swap' ? IconArrowsExchange : verdict === 'illegal' ? IconBan : IconCheck;
  return <Icon size={14} aria-hidden />;
}

export function ResourceFace({ resource }: ResourceHeaderProps<BoardResource>) {
  const { counts } = use(BoardContext);
  return (
    <div className="sp-resource">
      <span className="sp-resource-title" title={resource.title}>{resource.title}</span>
      <span className="sp-resource-more" title={resource.subtitle}>{[resource.subtitle, counts.get(resource.id) ?? 0].filter((part) => part !== undefined && part !== '').join(' · ')}</span>
    </div>
  );
}

type ColumnProps = { readonly children?: ReactNode; readonly className?: string; readonly style?: CSSProperties; readonly resource?: string; readonly ref?: Ref<HTMLDivElement> };

/** A column with what a drop would mean down its length, and the event on the move where it stands in this one. */
export function ColumnFrame({ children, className, style, resource = '', ref }: ColumnProps) {
  const { bandsOf, fromMinutes, totalMinutes } = use(BoardContext);
  const lifted = use(LiftedContext);
  const place = (start: string, end: string): CSSProperties => {
    const top = (minutesOfDay(start) - fromMinutes) / totalMinutes;
    return { top: `${top * 100}%`, height: `${(minutesBetween(start, end) / totalMinutes) * 100}%` };
  };
  return (
    <div ref={ref} className={className} style={style} data-resource={resource}>
      {children}
      {bandsOf(resource).map((band) => <BandBox key={band.start} band={band} style={place(band.start, band.end)} />)}
      {lifted?.target.resourceId === resource && <Double lifted={lifted} style={place(lifted.target.start, lifted.target.end)} />}
    </div>
  );
}

function BandBox({ band: { legality }, style }: { readonly band: Band; readonly style: CSSProperties }) {
  const words = shortWordsOf(legality);
  return <div className={`sp-slot-${legality.verdict}`} style={style} aria-hidden>{words !== '' && <span>{words}</span>}</div>;
}

function Double({ lifted: { event, target, legality }, style }: { readonly lifted: Lifted; readonly style: CSSProperties }) {
  return (
    <div className={`rbc-event sp-event-lifted sp-hue-${event.hue ?? 6}`} role="button" tabIndex={-1} data-home style={style}>
      <Face event={event} start={target.start} end={target.end} legality={legality} />
    </div>
  );
}

function minutesOfDay(wall: string): number {
  return minutesBetween(`${wall.slice(0, 10)}T00:00`, wallOf(instantOf(wall)));
}
