import { Button } from '@mantine/core';
import { randomId } from '@mantine/hooks';
import { type NotificationData, notifications, notificationsStore } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';

/** Says what was done and offers undo for eight seconds; the change stays in history either way. */
export function showUndoToast(done: string, onUndo: () => void): void {
  const id = randomId(donePrefix);
  showDone({ id, message: <span className="sp-toast-line"><span>{done}</span><Button variant="subtle" size="compact-sm" onClick={() => { notifications.hide(id); onUndo(); }}>Undo</Button></span> });
}

/** Says something that needs no answer. A problem stays until dismissed. */
export function showToast(text: string, kind: 'done' | 'problem' = 'done'): void {
  if (kind === 'done') showDone({ id: randomId(donePrefix), message: text });
  else show({ message: text, autoClose: false, color: 'red', icon: <IconAlertTriangle size={16} />, role: 'alert' });
}

const donePrefix = 'done-';

/** The earlier deeds' messages go in favour of the newest: their Undo would take back this deed. */
function showDone(data: NotificationData & { readonly id: string }): void {
  for (const { id } of notificationsStore.getState().notifications) if (id?.startsWith(donePrefix)) notifications.hide(id);
  show({ ...data, role: 'status' });
}

function show(data: NotificationData): void {
  notifications.show({ withCloseButton: true, closeButtonProps: { 'aria-label': 'Dismiss' }, className: 'sp-toast', ...data });
}
