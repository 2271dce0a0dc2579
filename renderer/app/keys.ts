import type { Action } from './action.ts';

const isMac = /Mac/.test(navigator.platform);

/** Whether a key press is the one an action names, as in `Mod+Shift+K` or `?`. */
export function isPressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const wants = (name: string) => parts.includes(name);
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const isLetter = /^[a-z]$/i.test(key);
  return (
    mod === wants('Mod') && event.altKey === wants('Alt') && (event.shiftKey === wants('Shift') || (!isLetter && key.length === 1)) &&
    keyOf(event).toLowerCase() === key.toLowerCase()
  );
}

/** Option on a Mac, and AltGr elsewhere, turn N into ˜ and 1 into ¡: then the key itself counts, not what it would write. */
function keyOf({ key, code, altKey }: KeyboardEvent): string {
  return altKey && !/^[a-z0-9]$/i.test(key) ? (/^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? key) : key;
}

/** Keys as people read them: `Ctrl+K`, `⌘K`. */
export function spelled(keys: string): string {
  return isMac ? keys.replace('Mod+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥') : keys.replace('Mod', 'Ctrl');
}

/** Typing in a field is not a shortcut, unless the shortcut holds Mod or a function key. */
export function isForTyping(event: KeyboardEvent, action: Action): boolean {
  const target = event.target as HTMLElement | null;
  const isField = target !== null && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  if (!isField || /F\d+$/.test(action.keys ?? '')) return false;
  return !action.keys?.includes('Mod') || /^Mod\+(Shift\+)?[zyacvx]$/i.test(action.keys);
}
