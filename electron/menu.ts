import type { MenuItemConstructorOptions } from 'electron';
import type { MenuEntry, MenuModel } from '#shared/bridge/menu-model.ts';

/** What is shown before the window has sent its actions, and if it never does. */
export const firstMenu: MenuModel = [
  { label: 'File', entries: [{ kind: 'role', role: 'quit' }] },
  { label: 'Edit', entries: (['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const).map((role) => ({ kind: 'role', role })) },
];

/** The native menu of the window's actions. Keys are shown here and heard by the window, so that one press is one deed. */
export function menuTemplate(model: MenuModel, isMac: boolean, choose: (id: string) => void): MenuItemConstructorOptions[] {
  const menus = model.map(({ label, entries }): MenuItemConstructorOptions => ({ label, submenu: entries.map((entry) => itemOf(entry, choose)) }));
  return isMac ? [{ role: 'appMenu' }, ...menus] : menus;
}

/** `Mod+Shift+Backspace` as Electron writes it. */
export function acceleratorOf(keys: string): string {
  return keys
    .split('+')
    .map((key) => acceleratorWords[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join('+');
}

const acceleratorWords: Readonly<Record<string, string>> = { Mod: 'CommandOrControl', Ctrl: 'Control', ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right', Escape: 'Esc', '': 'Plus' };

function itemOf(entry: MenuEntry, choose: (id: string) => void): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'role':
      return { role: entry.role };
    case 'menu':
      return { label: entry.label, submenu: entry.entries.map((inner) => itemOf(inner, choose)) };
    case 'action':
      return {
        id: entry.id,
        label: entry.label.replaceAll('&', '&&'),
        enabled: entry.isEnabled,
        ...(entry.isChecked === null ? {} : { type: 'checkbox', checked: entry.isChecked }),
        ...(entry.keys === null ? {} : { accelerator: acceleratorOf(entry.keys), registerAccelerator: false }),
        click: () => choose(entry.id),
      };
  }
}
