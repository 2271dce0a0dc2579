import { createContext, use } from 'react';
import type { Workspace } from '#renderer/workspace/workspace.ts';
import type { Session } from './start.ts';

export type OpenSession = {
  readonly session: Session;
  readonly workspace: Workspace;
  /** What comparing the two homes found at launch, in words; null: they agreed. */
  readonly notice: string | null;
};

export const SessionContext = createContext<OpenSession | null>(null);

/** What only the frame may do: switch summits, begin new ones, say how safe the work is. */
export function useSession(): OpenSession {
  const open = use(SessionContext);
  if (!open) throw new Error('used outside an open summit');
  return open;
}
