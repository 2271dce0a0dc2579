import './feedback.css';
import type { ReactNode } from 'react';

export type StatusTone = 'good' | 'bad' | 'warning' | 'info' | 'quiet';

/** The state of a record as a word on a tint; the word says it, the colour only helps. */
export function StatusBadge({ tone, children }: { readonly tone: StatusTone; readonly children: ReactNode }) {
  return <span className="sp-state" data-tone={tone}>{children}</span>;
}
