import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';

/** Says what was done and offers undo for eight seconds; the change stays in history either way. */
export function showUndoToast(done: string, onUndo: () => void): void {
  const id = notifications.show({
    withCloseButton: true, closeButtonProps: { 'aria-label': 'Dismiss' }, className: 'sp-toast',
    message: <span className="sp-toast-line"><span>{done}</span><Button variant="subtle" size="compact-sm" onClick={() => { notifications.hide(id); onUndo(); }}>Undo</Button></span>,
  });
}

/** Says something that needs no answer. A problem stays until dismissed. */
export function showToast(text: string, kind: 'done' | 'problem' = 'done'): void {
  notifications.show({
    message: text, withCloseButton: true, closeButtonProps: { 'aria-label': 'Dismiss' }, className: 'sp-toast',
    ...(kind === 'problem' ? { autoClose: false as const, color: 'red', icon: <IconAlertTriangle size={16} />, role: 'alert' } : {}),
  });
}
