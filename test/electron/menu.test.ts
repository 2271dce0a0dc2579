import { expect, test } from 'vitest';
import { acceleratorOf, menuTemplate } from '#electron/menu.ts';

test('an action becomes a native item that shows its key and leaves hearing it to the window', () => {
  const chosen: string[] = [];
  const [meetings] = menuTemplate([{ label: 'Meetings', entries: [{ kind: 'action', id: 'meetings.clear-slot', label: 'Clear slot & day', keys: 'Mod+Backspace', isEnabled: false, isChecked: true }, { kind: 'separator' }, { kind: 'menu', label: 'More', entries: [{ kind: 'role', role: 'copy' }] }] }], false, (id) => chosen.push(id));
  const [item, ...rest] = meetings?.submenu as { click?: () => void }[];
  item?.click?.();
  expect(chosen).toEqual(['meetings.clear-slot']);
  expect({ ...item, click: null }).toEqual({ id: 'meetings.clear-slot', label: 'Clear slot && day', enabled: false, type: 'checkbox', checked: true, accelerator: 'CommandOrControl+Backspace', registerAccelerator: false, click: null });
  expect(rest).toEqual([{ type: 'separator' }, { label: 'More', submenu: [{ role: 'copy' }] }]);
});

test('macOS has the application menu first', () => {
  expect(menuTemplate([{ label: 'File', entries: [] }], true, () => undefined)).toEqual([{ role: 'appMenu' }, { label: 'File', submenu: [] }]);
});

test.each([['Mod+Shift+s', 'CommandOrControl+Shift+S'], ['ArrowUp', 'Up'], ['Escape', 'Esc'], ['F2', 'F2']])('the key %s is written %s', (keys, accelerator) => {
  expect(acceleratorOf(keys)).toBe(accelerator);
});
