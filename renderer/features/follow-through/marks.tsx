import { IconAlertTriangle, IconCircleCheck, IconClockExclamation, IconHelpCircle, IconHourglass, IconMessages, IconPlayerPlay, IconSend, type Icon } from '@tabler/icons-react';
import type { Commitment } from '#shared/commitments/commitment.ts';
import { type HandOff, dueWords, handOffTitles } from './select.ts';

const looks: Readonly<Record<HandOff, { readonly icon: Icon; readonly tone: 'late' | 'todo' | 'good' | 'plain' }>> = {
  wish: { icon: IconAlertTriangle, tone: 'late' }, 'to-agree': { icon: IconMessages, tone: 'todo' }, 'to-route': { icon: IconSend, tone: 'todo' }, waiting: { icon: IconHourglass, tone: 'todo' },
  taken: { icon: IconPlayerPlay, tone: 'good' }, partly: { icon: IconPlayerPlay, tone: 'good' }, unknown: { icon: IconHelpCircle, tone: 'late' },
};

/** How far a hand-off has come, by icon and word. */
export function HandOffMark({ state }: { readonly state: HandOff }) {
  const { icon: Icon, tone } = looks[state];
  return <span className="ft-mark" data-tone={tone}><Icon size={15} aria-hidden /><span>{handOffTitles[state]}</span></span>;
}

/** How far off the due date is; what is late says so by icon and word. */
export function DueMark({ daysOver }: { readonly daysOver: number | null }) {
  const words = dueWords(daysOver);
  if (daysOver === null || daysOver <= 0) return <span className={daysOver === null ? 'sp-muted' : undefined}>{words}</span>;
  return <span className="ft-mark" data-tone="late"><IconClockExclamation size={15} aria-hidden /><span>{words}</span></span>;
}

const stations = [['captured', 'Captured'], ['agreed', 'Agreed'], ['routed', 'Handed over'], ['receipt', 'Receipt'], ['fulfilled', 'Fulfilled']] as const;

/** The way of a promise from the room to its fulfilment, with the station it has reached. */
export function Life({ commitment: { status, receipt } }: { readonly commitment: Commitment }) {
  const at = status === null || status === 'captured' ? 0 : status === 'agreed' ? 1 : status === 'routed' ? 2 : status === 'fulfilled' ? 4 : receipt === '' ? 2 : 3;
  return (
    <ol className="ft-life" aria-label="Way of this promise">
      {stations.map(([id, title], index) => (
        <li key={id} data-done={index < at || undefined} aria-current={index === at ? 'step' : undefined}>
          {index <= at && <IconCircleCheck size={15} aria-hidden />}<span>{title}</span>{index < stations.length - 1 && <span aria-hidden>→</span>}
        </li>
      ))}
    </ol>
  );
}
