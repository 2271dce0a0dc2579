import { createStore } from 'zustand/vanilla';
import type { PartnerId } from '#shared/kernel/ids.ts';

/** Whether the capture sheet lies open, and for whom it begins. The action opens it from anywhere; the screen shows it. */
export const captureSheet = createStore<{ readonly isOpen: boolean; readonly partner: PartnerId | null }>(() => ({ isOpen: false, partner: null }));

export function openCaptureSheet(partner: PartnerId | null): void {
  captureSheet.setState({ isOpen: true, partner });
}

export function closeCaptureSheet(): void {
  captureSheet.setState({ isOpen: false, partner: null });
}
