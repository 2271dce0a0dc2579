import { Button, Group, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';

export type ConfirmDialogProps = {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen and what can be undone. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  /** Red, and the focus starts on cancel. */
  readonly danger?: boolean;
  readonly onConfirm: () => void | Promise<void>;
  readonly onClose: () => void;
};

/** Asks before what cannot simply be undone; for all else prefer doing it and offering undo. */
export function ConfirmDialog({ opened, title, children, confirmLabel, cancelLabel = 'Cancel', danger = false, onConfirm, onClose }: ConfirmDialogProps) {
  const [busy, setBusy] = useState(false);
  async function confirm() {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
    }
  }
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="sm">
      <div>{children}</div>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose} {...(danger ? { autoFocus: true } : {})}>{cancelLabel}</Button>
        <Button {...(danger ? { color: 'red.9' } : { autoFocus: true })} loading={busy} onClick={() => void confirm()}>{confirmLabel}</Button>
      </Group>
    </Modal>
  );
}
