import type { ReactNode } from 'react';

export type EmptyStateProps = { readonly icon?: ReactNode; readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode };

/** Says what belongs here and offers the next step. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="sp-empty">
      {icon && <div className="sp-empty-icon" aria-hidden>{icon}</div>}
      <h2 className="sp-empty-title">{title}</h2>
      {children && <p className="sp-empty-text">{children}</p>}
      {actions && <div className="sp-empty-actions">{actions}</div>}
    </div>
  );
}
