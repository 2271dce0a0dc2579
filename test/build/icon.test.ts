import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { svg } from '#build/make-icons.mjs';

test('the window has the icon that the packages have', () => {
  expect(readFileSync(new URL('../../renderer/icon.svg', import.meta.url), 'utf8')).toBe(svg());
});
