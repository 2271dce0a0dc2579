import { IconArrowsExchange, IconBan } from '@tabler/icons-react';
import { use, type CSSProperties, type ReactNode, type Ref } from 'react';
import type { EventProps, ResourceHeaderProps } from 'react-big-calendar';
import { wallOf, type BoardResource, type Legality } from './board.ts';
import { BoardContext, ColumnContext, type HeldEvent } from './board-context.ts';
import { timeWords } from './floating-localizer.ts';

/** One event: times, icon, title, state; while it moves, what a drop here would mean. */
export function EventFace({ event: held }: EventProps<HeldEvent>) {
  const board = use(BoardContext);
  const column = use(ColumnContext);
  const { event } = held;
  const [start, end] = [wallOf(held.start), wallOf(held.end)];
  const onTheMove = board.movingId === event.id && !board.isOriginal(held);
  const legality = onTheMove && column !== '' ? board.judge({ start, end, resourceId: column, fromResourceId: board.fromResourceId }) : null;
  return (
    <div className="sp-event" data-event-id={event.id} data-size={sizeOf(held)} data-marked={event.state || (legality && legality.verdict !== 'legal') ? true : undefined} data-verdict={legality?.verdict}>
      <span className="sp-event-title">{event.icon && <span className="sp-event-icon" aria-hidden>{event.icon}</span>}<span>{event.title}</span></span>
      <span className="sp-event-more">{timeWords(start)}–{timeWords(end)}{event.subtitle && <> · {event.subtitle}</>}</span>
      {event.state && <span className="sp-event-state" data-kind={event.state.kind}>{event.state.icon}{event.state.label}</span>}
      {legality && <VerdictWords legality={legality} />}
    </div>
  );
}

/** How much of an event there is room to write: under 25, 40 and 55 minutes. */
function sizeOf({ start, end }: HeldEvent): 'short' | 'small' | 'medium' | 'tall' {
  const minutes = (end.getTime() - start.getTime()) / 60_000;
  return minutes < 25 ? 'short' : minutes < 40 ? 'small' : minutes < 55 ? 'medium' : 'tall';
}

function VerdictWords({ legality }: { readonly legality: Legality }) {
  if (legality.verdict === 'legal') return null;
  return <span className="sp-event-verdict">{legality.verdict === 'swap' ? <IconArrowsExchange size={14} aria-hidden /> : <IconBan size={14} aria-hidden />}{legality.verdict === 'swap' ? legality.note : legality.reason}</span>;
}

export function ResourceFace({ resource }: ResourceHeaderProps<BoardResource>) {
  const { counts } = use(BoardContext);
  return (
    <div className="sp-resource">
      <span className="sp-resource-title" title={resource.title}>{resource.title}</span>
      <span className="sp-resource-more">{[resource.subtitle, counts.get(resource.id)].filter((part) => part !== undefined).join(' · ')}</span>
    </div>
  );
}

type ColumnProps = { readonly children?: ReactNode; readonly className?: string; readonly style?: CSSProperties; readonly resource?: string; readonly ref?: Ref<HTMLDivElement> };

/** Tells the events inside which column they stand in: the library tells only the column. */
export function ColumnFrame({ children, className, style, resource = '', ref }: ColumnProps) {
  const { noteSource } = use(BoardContext);
  return (
    <div ref={ref} className={className} style={style} data-resource={resource} onMouseDownCapture={() => { noteSource(resource); }}>
      <ColumnContext value={resource}>{children}</ColumnContext>
    </div>
  );
}
