import './place.css';
import { CloseButton, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useId, useRef, type ReactNode } from 'react';

export type PlaceProps = {
  readonly title: string;
  /** Beside the title: how many, in words. */
  readonly counts?: ReactNode;
  /** Buttons at the right, the main one last. */
  readonly actions?: ReactNode;
  /** Words of the filter box; the box is there when `onQuickChange` is. `/` goes to it. */
  readonly quick?: string;
  readonly onQuickChange?: (words: string) => void;
  readonly quickLabel?: string;
  /** A second line: switches between views, saved views, segment controls. */
  readonly tools?: ReactNode;
  /** Between the heading and the content: findings, a progress panel. */
  readonly notice?: ReactNode;
  /** What is selected, at the right; nothing closes it. */
  readonly inspector?: ReactNode;
  /** Content that is not a table gets room around it and scrolls by itself. */
  readonly padded?: boolean;
  readonly children: ReactNode;
};

/** The scaffold of every place: heading, actions, filter, content and the inspector beside it. */
export function Place({ title, counts, actions, quick = '', onQuickChange, quickLabel = 'Filter', tools, notice, inspector, padded = false, children }: PlaceProps) {
  const headingId = useId();
  const box = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => box.current?.focus()]]);
  return (
    <section className="sp-place" aria-labelledby={headingId}>
      <header className="sp-place-head" data-pane>
        <h1 id={headingId} className="sp-place-title">{title}</h1>
        {counts !== undefined && <span className="sp-place-counts">{counts}</span>}
        <span className="sp-place-gap" />
        {onQuickChange && (
          <TextInput
            ref={box} className="sp-place-quick" aria-label={quickLabel} placeholder={`${quickLabel}…`} value={quick} leftSection={<IconSearch size={15} />}
            rightSection={quick === '' ? <kbd className="sp-kbd" aria-hidden>/</kbd> : <CloseButton size={24} aria-label="Clear the filter" onClick={() => { onQuickChange(''); box.current?.focus(); }} />}
            onChange={(event) => { onQuickChange(event.currentTarget.value); }} onKeyDown={(event) => { if (event.key === 'Escape' && quick !== '') { event.stopPropagation(); onQuickChange(''); } }}
          />
        )}
        {actions && <div className="sp-place-actions" role="toolbar" aria-label={`${title}: actions`}>{actions}</div>}
      </header>
      {tools && <div className="sp-place-tools">{tools}</div>}
      {notice && <div className="sp-place-notice">{notice}</div>}
      <div className="sp-place-body">
        <div className="sp-place-content" data-pane data-padded={padded || undefined} {...(padded ? { tabIndex: 0, role: 'group', 'aria-label': `${title}: content` } : {})}>{children}</div>
        {inspector}
      </div>
    </section>
  );
}
