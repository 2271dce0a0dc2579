/** What a key asks of the table; the same words in the shortcut sheet and the tests. */
export type GridIntent =
  | { readonly do: 'move'; readonly lines: number; readonly columns: number; readonly extend: boolean }
  | { readonly do: 'line-start' | 'line-end' | 'first' | 'last'; readonly extend: boolean }
  | { readonly do: 'page'; readonly direction: 1 | -1; readonly extend: boolean }
  | { readonly do: 'enter' | 'open' | 'edit' | 'leave' | 'toggle-row' | 'select-all' | 'menu' }
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'resize' | 'shift-column'; readonly direction: 1 | -1 };

type Key = { readonly key: string; readonly shiftKey: boolean; readonly altKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean };

export function intentOf(event: Key): GridIntent | null {
  const mod = event.ctrlKey || event.metaKey;
  const extend = event.shiftKey;
  if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    return { do: extend ? 'shift-column' : 'resize', direction: event.key === 'ArrowRight' ? 1 : -1 };
  }
  switch (event.key) {
    case 'ArrowDown': return event.altKey ? { do: 'menu' } : mod ? { do: 'last', extend } : { do: 'move', lines: 1, columns: 0, extend };
    case 'ArrowUp': return mod ? { do: 'first', extend } : { do: 'move', lines: -1, columns: 0, extend };
    case 'ArrowRight': return { do: 'move', lines: 0, columns: 1, extend: false };
    case 'ArrowLeft': return { do: 'move', lines: 0, columns: -1, extend: false };
    case '[': return { do: 'move', lines: -1, columns: 0, extend: false };
    case ']': return { do: 'move', lines: 1, columns: 0, extend: false };
    case 'Home': return { do: mod ? 'first' : 'line-start', extend };
    case 'End': return { do: mod ? 'last' : 'line-end', extend };
    case 'PageDown': return { do: 'page', direction: 1, extend };
    case 'PageUp': return { do: 'page', direction: -1, extend };
    case 'Enter': return { do: mod ? 'open' : 'enter' };
    case 'F2': return { do: 'edit' };
    case 'Escape': return { do: 'leave' };
    case ' ': return { do: 'toggle-row' };
  }
  if (mod && !event.altKey && event.key.toLowerCase() === 'a') return { do: 'select-all' };
  // Question mark and slash belong to the frame: the shortcut sheet and the filter.
  if (!mod && !event.altKey && event.key.length === 1 && event.key !== '?' && event.key !== '/') return { do: 'type', text: event.key };
  return null;
}
