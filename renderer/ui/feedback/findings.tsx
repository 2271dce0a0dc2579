import './feedback.css';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBulb, IconCircleCheck, IconHandStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Severity } from '#shared/kernel/finding.ts';

const looks = {
  blocker: { word: 'Blocker', icon: IconHandStop },
  warning: { word: 'Warning', icon: IconAlertTriangle },
  advice: { word: 'Advice', icon: IconBulb },
} as const satisfies Record<Severity, unknown>;

const order: readonly Severity[] = ['blocker', 'warning', 'advice'];

export type FindingBadgeProps = { readonly severity: Severity; readonly count?: number; readonly children?: ReactNode };

/** The mark of a severity: icon, word or count, colour. */
export function FindingBadge({ severity, count, children }: FindingBadgeProps) {
  const { word, icon: Icon } = looks[severity];
  return (
    <span className="sp-finding-badge" data-severity={severity}>
      <Icon size={14} aria-hidden />
      {count === undefined ? (children ?? word) : <>{count}<span className="sp-spoken">{count === 1 ? ` ${word.toLowerCase()}` : ` ${plural(severity)}`}</span></>}
    </span>
  );
}

export type FindingItem = {
  readonly id: string;
  readonly severity: Severity;
  readonly text: ReactNode;
  readonly detail?: ReactNode;
  readonly cure?: { readonly label: string; readonly onClick: () => void };
  /** Further ways to mend it. */
  readonly cures?: readonly { readonly label: string; readonly onClick: () => void }[];
  readonly onOpen?: () => void;
};

export type FindingListProps = { readonly label: string; readonly findings: readonly FindingItem[]; readonly empty?: ReactNode; /** Without boxes, inside an inspector. */ readonly plain?: boolean };

/** Findings by severity, blockers first, each with its cure where there is one. */
export function FindingList({ label, findings, empty = 'Nothing needs attention.', plain = false }: FindingListProps) {
  if (findings.length === 0) return <p className="sp-finding-none"><IconCircleCheck size={18} aria-hidden /> {empty}</p>;
  const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <ul className="sp-findings" aria-label={label} data-plain={plain || undefined}>
      {sorted.map(({ id, severity, text, detail, cure, cures = [], onOpen }) => (
        <li key={id} className="sp-finding" data-severity={severity}>
          <FindingBadge severity={severity} />
          <div className="sp-finding-words">{onOpen ? <button type="button" className="sp-link" onClick={onOpen}>{text}</button> : text}{detail && <div className="sp-muted">{detail}</div>}</div>
          {[...(cure ? [cure] : []), ...cures].map(({ label: deed, onClick }) => <Button key={deed} variant="default" size="compact-sm" onClick={onClick}>{deed}</Button>)}
        </li>
      ))}
    </ul>
  );
}

function plural(severity: Severity): string {
  return severity === 'advice' ? 'pieces of advice' : `${severity}s`;
}
