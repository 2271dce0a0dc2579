import { z } from 'zod';

/** What the host does by itself: the words are Electron's menu roles that are safe to give away. */
export const menuRole = z.enum(['undo', 'redo', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'delete', 'selectAll', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'minimize', 'close', 'quit', 'about', 'front']);
export type MenuRole = z.infer<typeof menuRole>;

export type MenuEntry =
  | { readonly kind: 'action'; readonly id: string; readonly label: string; readonly keys: string | null; readonly isEnabled: boolean; readonly isChecked: boolean | null }
  | { readonly kind: 'role'; readonly role: MenuRole }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly MenuEntry[] };

const label = z.string().min(1).max(200);

/** One entry of a native menu, made by the window from its actions. `keys` is written as in the actions: `Mod+Shift+S`. */
export const menuEntry: z.ZodType<MenuEntry> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('action'), id: z.string().min(1).max(200), label, keys: z.string().max(60).nullable(), isEnabled: z.boolean(), isChecked: z.boolean().nullable() }),
  z.object({ kind: z.literal('role'), role: menuRole }),
  z.object({ kind: z.literal('separator') }),
  z.object({
    kind: z.literal('menu'),
    label,
    get entries() {
      return z.array(menuEntry).max(200);
    },
  }),
]);

export const menuModel = z.array(z.object({ label, entries: z.array(menuEntry).max(200) })).max(20);
export type MenuModel = z.infer<typeof menuModel>;
