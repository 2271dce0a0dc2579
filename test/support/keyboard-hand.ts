import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { visit, type Visit } from './browser.ts';
import { savedSummit, untilSaved } from './planner-hand.ts';

/** Where the keyboard is, and how far the ring around it stands out from its ground. */
type Standing = { readonly on: string; readonly ringContrast: number };

const mostSteps = 150;

/** Hears every event of a mouse, pen or finger in the page from now on; asked, it names them all. */
async function listenForPointers(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    (globalThis as unknown as { pointersHeard: string[] }).pointersHeard = heard;
    const kinds = ['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'mousedown', 'mouseup', 'mousemove', 'mouseover', 'touchstart', 'wheel', 'dragstart', 'dblclick'];
    for (const kind of kinds) addEventListener(kind, () => { heard.push(kind); }, { capture: true });
    // A key press on a button clicks it too; only a click of a pointer counts its presses.
    addEventListener('click', (event) => { if (event.detail > 0) heard.push('click'); }, { capture: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { pointersHeard: string[] }).pointersHeard);
}

/** Walks with Tab until one of these has focus, as a person would who sees where it stands. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' | 'F6' | 'ArrowDown' = 'Tab'): Promise<void> {
  await wanted.first().waitFor({ state: 'attached' });
  const walked: string[] = [];
  for (let step = 0; step < mostSteps; step++) {
    if (await wanted.evaluateAll((elements) => elements.includes(document.activeElement as never))) return;
    await page.keyboard.press(key);
    walked.push((await standing(page)).on);
  }
  throw new Error(`${key} does not reach ${wanted.toString()}; it walked over ${[...new Set(walked)].join(', ')}`);
}

/** Goes to a button, link or field and presses it. */
export async function pressOn(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

/** Goes to a switch between views and walks along it to one of them. */
export async function switchTo(page: Page, group: string, label: string): Promise<void> {
  const options = page.getByRole('radiogroup', { name: group }).getByRole('radio');
  await tabTo(page, options);
  const wanted = page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: label });
  for (let step = await options.count(); step > 0 && !(await wanted.isChecked()); step--) await page.keyboard.press('ArrowRight');
  expect(await wanted.isChecked(), `${label} is chosen`).toBe(true);
}

/** Chooses what the palette finds by a part of its name. */
export async function find(page: Page, words: string, name: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Find or do anything' });
  await box.waitFor();
  await page.keyboard.type(words);
  await page.getByRole('option', { name }).first().waitFor();
  for (let step = 0; step < mostSteps && !(await page.getByRole('option', { name, selected: true }).count()); step++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'hidden' });
}

/** A person without a mouse must always be somewhere, and see where: on an element, whose ring has at least 3:1 (WCAG 2.4.7, 1.4.11). */
export async function expectFocusSeen(page: Page, after: string): Promise<void> {
  let last: Standing | undefined;
  await expect.poll(async () => {
    last = await standing(page);
    return last.on !== 'nowhere' && last.ringContrast >= 3;
  }, { message: `focus after ${after}`, timeout: 20_000 }).toBe(true).catch(() => { throw new Error(`After ${after} the keyboard stands on ${last?.on}, with a ring of ${last?.ringContrast.toFixed(1)}:1.`); });
}

function standing(page: Page): Promise<Standing> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || active === document.body) return { on: 'nowhere', ringContrast: 0 };
    const on = `${active.getAttribute('role') ?? active.tagName.toLowerCase()} “${(active.getAttribute('aria-label') ?? (active as HTMLInputElement).labels?.[0]?.textContent ?? active.textContent).slice(0, 40)}”`;
    const pointedAt = document.getElementById(active.getAttribute('aria-activedescendant') ?? '');
    const drawnOn = [active, pointedAt, active.nextElementSibling, active.parentElement, active.closest('.sp-editor-box'), ...((active as HTMLInputElement).labels ?? [])].filter((element) => element !== null);
    const rings = drawnOn.flatMap((element) => {
      const own = getComputedStyle(element);
      const after = getComputedStyle(element, '::after');
      const isOutside = own.outlineStyle !== 'none' && parseFloat(own.outlineOffset) >= 0;
      const ground = groundOf(isOutside ? element.parentElement : element);
      return [
        ...(own.outlineStyle !== 'none' && parseFloat(own.outlineWidth) >= 2 ? [contrast(own.outlineColor, ground)] : []),
        ...(own.boxShadow.includes('2px') ? [contrast(own.boxShadow, ground)] : []),
        ...(after.content !== 'none' && after.borderTopStyle === 'solid' && parseFloat(after.borderTopWidth) >= 2 ? [contrast(after.borderTopColor, ground)] : []),
      ];
    });
    return { on, ringContrast: Math.max(0, ...rings) };

    function groundOf(element: Element | null): string {
      for (let at = element; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (!/, 0\)$/.test(colour)) return colour;
      }
      return 'rgb(255, 255, 255)';
    }
    function contrast(a: string, b: string): number {
      const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
      return (light + 0.05) / (dark + 0.05);
    }
    function luminance(colour: string): number {
      const [r = 0, g = 0, bl = 0] = (/rgba?\(([^)]*)\)/.exec(colour)?.[1] ?? '').split(',').map((part) => {
        const share = parseFloat(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
    }
  });
}

/** What a planner without a mouse does again and again on one page. */
export type KeyboardHand = {
  says(text: string | RegExp): Promise<void>;
  button(name: string | RegExp): Locator;
  /** The dialog on top. */
  dialog(): Locator;
  /** Every dialog has closed. */
  gone(): Promise<void>;
  keys(...pressed: string[]): Promise<void>;
  saved(): Promise<Snapshot>;
  toTheList(): Promise<void>;
  toTheBoard(): Promise<void>;
  /** What stands under the keyboard on a board; null: nothing does. */
  focusedEvent(): Promise<string | null>;
  /** Goes to a place by the palette. */
  goTo(title: string): Promise<void>;
};

/** A blank window for somebody who has nothing but keys; asked, it names every event of a pointer since then. */
export async function visitByKeys(): Promise<Visit & { readonly hand: KeyboardHand; readonly pointersHeard: () => Promise<readonly string[]> }> {
  const visiting = await visit({ width: 1440, height: 900 });
  visiting.page.setDefaultTimeout(60_000);
  return { ...visiting, hand: keyboardHand(visiting.page), pointersHeard: await listenForPointers(visiting.page) };
}

function keyboardHand(page: Page): KeyboardHand {
  return {
    says: (text) => page.getByText(text).first().waitFor(),
    button: (name) => page.getByRole('button', { name }),
    dialog: () => page.getByRole('dialog').last(),
    gone: () => page.getByRole('dialog').waitFor({ state: 'detached' }),
    async keys(...pressed) { for (const key of pressed) await page.keyboard.press(key); },
    async saved() {
      await untilSaved(page);
      return (await savedSummit(page)).snapshot;
    },
    toTheList: () => tabTo(page, page.locator('#place [role="grid"], #place [role="treegrid"]'), 'F6'),
    toTheBoard: () => tabTo(page, page.locator('.rbc-event'), 'F6'),
    focusedEvent: () => page.evaluate(() => document.activeElement?.querySelector('[data-event-id]')?.getAttribute('data-event-id') ?? null),
    async goTo(title) {
      await find(page, `go to ${title}`, new RegExp(`^Go to ${title}`));
      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
      await expectFocusSeen(page, `going to ${title}`);
    },
  };
}
