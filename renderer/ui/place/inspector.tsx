import { ActionIcon, CloseButton, Tooltip } from '@mantine/core';
import { IconArrowsDiagonal, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, type KeyboardEvent, type ReactNode } from 'react';

export type InspectorProps = {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** Beside the title: badges of state. */
  readonly badges?: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly onOpenFull?: () => void;
  readonly onPrevious?: () => void;
  readonly onNext?: () => void;
  readonly children: ReactNode;
};

/** The record beside its list. Escape closes it, `[` and `]` step through the list. */
export function Inspector({ title, subtitle, badges, actions, onClose, onOpenFull, onPrevious, onNext, children }: InspectorProps) {
  const headingId = useId();
  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || isTyping(event.target)) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === '[') onPrevious?.();
    else if (event.key === ']') onNext?.();
    else return;
    event.preventDefault();
  }
  return (
    <aside className="sp-inspector" data-pane aria-labelledby={headingId} onKeyDown={onKeyDown}>
      <header className="sp-inspector-head">
        <div className="sp-inspector-line">
          <h2 id={headingId} className="sp-inspector-title">{title}</h2>
          {onPrevious && <Tooltip label="Previous  ["><ActionIcon aria-label="Previous record" onClick={onPrevious}><IconChevronUp size={16} /></ActionIcon></Tooltip>}
          {onNext && <Tooltip label="Next  ]"><ActionIcon aria-label="Next record" onClick={onNext}><IconChevronDown size={16} /></ActionIcon></Tooltip>}
          {onOpenFull && <Tooltip label="Open full  Enter"><ActionIcon aria-label="Open full" onClick={onOpenFull}><IconArrowsDiagonal size={16} /></ActionIcon></Tooltip>}
          <CloseButton aria-label="Close the inspector" onClick={onClose} />
        </div>
        {subtitle !== undefined && <div className="sp-inspector-subtitle">{subtitle}</div>}
        {badges && <div className="sp-inspector-badges">{badges}</div>}
      </header>
      <div className="sp-inspector-body" tabIndex={0} role="group" aria-label={`${title}: details`}>{children}</div>
      {actions && <footer className="sp-inspector-actions">{actions}</footer>}
    </aside>
  );
}

export type InspectorSectionProps = { readonly title: string; readonly aside?: ReactNode; /** 2 in a place of its own, 3 in an inspector. */ readonly level?: 2 | 3; readonly children: ReactNode };

/** A titled part of an inspector or a padded place. */
export function InspectorSection({ title, aside, level = 3, children }: InspectorSectionProps) {
  const headingId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="sp-section" aria-labelledby={headingId}>
      <div className="sp-section-head"><Heading id={headingId}>{title}</Heading>{aside}</div>
      {children}
    </section>
  );
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
