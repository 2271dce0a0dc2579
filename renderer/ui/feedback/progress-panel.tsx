import './feedback.css';
import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';

export type ProgressPanelProps = {
  readonly title: string;
  /** What is being done now. */
  readonly doing: ReactNode;
  /** 0 to 1; null while it cannot be told. */
  readonly fraction: number | null;
  /** Seconds left, when an honest estimate exists. */
  readonly secondsLeft?: number | null;
  readonly onCancel?: () => void;
  readonly cancelLabel?: string;
};

/** Long work in the background: what is being done, how far, how long still, and a way to stop. */
export function ProgressPanel({ title, doing, fraction, secondsLeft = null, onCancel, cancelLabel = 'Cancel' }: ProgressPanelProps) {
  const percent = fraction === null ? 100 : Math.round(Math.max(0, Math.min(1, fraction)) * 100);
  return (
    <section className="sp-progress" aria-label={title}>
      <div className="sp-progress-line">
        <strong>{title}</strong>
        <span className="sp-muted">{[fraction === null ? null : `${percent} %`, secondsLeft === null ? null : timeLeft(secondsLeft)].filter(Boolean).join(', ')}</span>
        {onCancel && <Button variant="default" size="compact-sm" onClick={onCancel}>{cancelLabel}</Button>}
      </div>
      <Progress value={percent} size="sm" striped={fraction === null} animated={fraction === null} aria-label={title} />
      <div className="sp-muted" role="status">{doing}</div>
    </section>
  );
}

function timeLeft(seconds: number): string {
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 90) return `about ${Math.round(seconds / 10) * 10} seconds left`;
  return `about ${Math.round(seconds / 60)} minutes left`;
}
