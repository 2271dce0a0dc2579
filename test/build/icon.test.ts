import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { svg } = (await import(new URL('../../build/make-icons.mjs', import.meta.url).href)) as { svg(): string };

test('the window has the icon that the packages have', () => {
  expect(readFileSync(new URL('../../renderer/icon.svg', import.meta.url), 'utf8')).toBe(svg());
});
