import './feedback.css';
import type { ReactNode } from 'react';
import type { Severity } from '#shared/kernel/finding.ts';
import { numberWords } from '../data-table/cell-text.ts';
import { FindingBadge } from './findings.tsx';

export type StatProps = {
  readonly label: string;
  readonly value: ReactNode;
  /** `of 240`, `3 days`. */
  readonly of?: ReactNode;
  readonly detail?: ReactNode;
  /** 0 to 1: a thin bar under the number. */
  readonly fraction?: number;
  readonly severity?: Severity | null;
  /** Opens the list behind the number. */
  readonly onOpen?: () => void;
};

/** One number that matters; as a button it opens the list behind it. */
export function Stat({ label, value, of, detail, fraction, severity = null, onOpen }: StatProps) {
  const body = (
    <>
      <span className="sp-stat-label">{label}{severity && <FindingBadge severity={severity} />}</span>
      <span className="sp-stat-value">{typeof value === 'number' ? numberWords(value) : value}{of !== undefined && <span className="sp-stat-of">{of}</span>}</span>
      {fraction !== undefined && <span className="sp-stat-bar" aria-hidden><span style={{ width: `${Math.max(0, Math.min(1, fraction)) * 100}%` }} /></span>}
      {detail !== undefined && <span className="sp-stat-detail">{detail}</span>}
    </>
  );
  return onOpen ? <button type="button" className="sp-stat" onClick={onOpen}>{body}</button> : <div className="sp-stat">{body}</div>;
}

export function StatRow({ children }: { readonly children: ReactNode }) {
  return <div className="sp-stats">{children}</div>;
}
