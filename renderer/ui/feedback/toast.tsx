import { Button } from '@mantine/core';
import { randomId } from '@mantine/hooks';
import { notifications, notificationsStore } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';

/** Says what was done and offers undo for eight seconds; the change stays in history either way. */
export function showUndoToast(done: string, onUndo: () => void): void {
  const id = newest();
  notifications.show({
    id, priority: 1, withCloseButton: true, closeButtonProps: { 'aria-label': 'Dismiss' }, className: 'sp-toast',
    message: <span className="sp-toast-line"><span>{done}</span><Button variant="subtle" size="compact-sm" onClick={() => { notifications.hide(id); onUndo(); }}>Undo</Button></span>,
  });
}

/** Says something that needs no answer. A problem stays until dismissed. */
export function showToast(text: string, kind: 'done' | 'problem' = 'done'): void {
  notifications.show({
    message: text, withCloseButton: true, closeButtonProps: { 'aria-label': 'Dismiss' }, className: 'sp-toast',
    ...(kind === 'problem' ? { autoClose: false as const, color: 'red', icon: <IconAlertTriangle size={16} />, role: 'alert' } : { id: newest(), priority: 1 }),
  });
}

const donePrefix = 'done-';

/** The id of the newest deed's message, in whose favour the earlier ones go: their Undo would take back this deed, and a queue would tell it late. */
function newest(): string {
  const { notifications: shown, queue } = notificationsStore.getState();
  for (const { id } of [...shown, ...queue]) if (id?.startsWith(donePrefix)) notifications.hide(id);
  return randomId(donePrefix);
}
