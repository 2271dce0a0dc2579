import { Button } from '@mantine/core';
import { type NotificationData, notifications, notificationsStore } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';

/** Says what was done and offers undo for eight seconds; the change stays in history either way. */
export function showUndoToast(done: string, onUndo: () => void): void {
  const id = show({ message: <span className="sp-toast-line"><span>{done}</span><Button variant="subtle" size="compact-sm" onClick={() => { notifications.hide(id); onUndo(); }}>Undo</Button></span>, role: 'status' });
}

/** Says something that needs no answer. A problem stays until dismissed. */
export function showToast(text: string, kind: 'done' | 'problem' = 'done'): void {
  show({ message: text, ...(kind === 'problem' ? { autoClose: false as const, color: 'red', icon: <IconAlertTriangle size={16} />, role: 'alert' } : { role: 'status' }) });
}

const mostShown = 3;

/** The library makes new messages wait until old ones have gone; here the newest is shown at once and the oldest makes room. */
function show(data: NotificationData): string {
  const id = notifications.show({ withCloseButton: true, closeButtonProps: { 'aria-label': 'Dismiss' }, className: 'sp-toast', ...data });
  const passing = notificationsStore.getState().notifications.filter(({ autoClose }) => autoClose !== false);
  for (const old of passing.slice(0, -mostShown)) if (old.id !== undefined) notifications.hide(old.id);
  return id;
}
