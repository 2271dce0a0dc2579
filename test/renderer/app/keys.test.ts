import { describe, expect, test, vi } from 'vitest';

vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
const { isPressed } = await import('#renderer/app/keys.ts');

type Press = { readonly key: string; readonly code: string; readonly ctrlKey?: boolean; readonly altKey?: boolean; readonly shiftKey?: boolean };

function pressed(keys: string, press: Press): boolean {
  return isPressed(keys, { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...press } as KeyboardEvent);
}

describe('shortcuts', () => {
  test('a shortcut is its letter with its modifiers, and no others', () => {
    expect(pressed('Mod+S', { key: 's', code: 'KeyS', ctrlKey: true })).toBe(true);
    expect(pressed('Mod+S', { key: 'S', code: 'KeyS', ctrlKey: true, shiftKey: true })).toBe(false);
    expect(pressed('Mod+S', { key: 's', code: 'KeyS' })).toBe(false);
  });

  test('Option that writes another character still means the key it is held with', () => {
    expect(pressed('Mod+Alt+N', { key: '˜', code: 'KeyN', ctrlKey: true, altKey: true })).toBe(true);
    expect(pressed('Mod+Alt+N', { key: 'Dead', code: 'KeyN', ctrlKey: true, altKey: true })).toBe(true);
    expect(pressed('Mod+Alt+1', { key: '¡', code: 'Digit1', ctrlKey: true, altKey: true })).toBe(true);
    expect(pressed('Mod+Alt+M', { key: '˜', code: 'KeyN', ctrlKey: true, altKey: true })).toBe(false);
  });

  test('a keyboard with its letters elsewhere is read by its letters', () => {
    expect(pressed('Mod+Alt+A', { key: 'a', code: 'KeyQ', ctrlKey: true, altKey: true })).toBe(true);
    expect(pressed('Mod+Alt+Q', { key: 'a', code: 'KeyQ', ctrlKey: true, altKey: true })).toBe(false);
  });

  test('a question mark is one however it is typed', () => {
    expect(pressed('?', { key: '?', code: 'Slash', shiftKey: true })).toBe(true);
    expect(pressed('?', { key: '?', code: 'Minus', shiftKey: true })).toBe(true);
  });
});
