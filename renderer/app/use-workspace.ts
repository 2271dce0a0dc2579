import { useSyncExternalStore } from 'react';
import type { Workspace, WorkspaceState } from '#renderer/workspace/workspace.ts';

/** One part of the open summit's state; whoever asks is drawn anew only when that part changes. */
export function useWorkspace<Part>(workspace: Workspace, partOf: (state: WorkspaceState) => Part): Part {
  return useSyncExternalStore(workspace.subscribe, () => partOf(workspace.getState()));
}
