import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { type BrowserServer, serveBrowserEdition } from '#electron/browser-server.ts';

export const chromiumPath = '/usr/bin/chromium';
export const chromiumArguments = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export const builtFolder = new URL('../../dist', import.meta.url).pathname;

/** The day of every journey, so that screenshots and books stay the same. */
export const journeyNow = '2027-03-01T08:00:00.000Z';

export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly address: string;
  /** Everything the page complained about: errors, refused resources, breaches of the policy. */
  readonly complaints: string[];
  readonly profile: string;
  close(): Promise<void>;
};

/** The built browser edition in a real Chromium with a profile of its own; `dist` is another folder than the built one. */
export async function visit(options: { readonly dist?: string; readonly profile?: string; readonly width?: number; readonly height?: number; readonly scheme?: 'light' | 'dark'; readonly port?: number; readonly now?: string } = {}): Promise<Visit> {
  const server: BrowserServer = await serveBrowserEdition(options.dist ?? builtFolder, options.port ?? 0);
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'summit-journey-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath, args: chromiumArguments, headless: true, acceptDownloads: true, locale: 'en-GB',
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 }, colorScheme: options.scheme ?? 'light', timezoneId: 'Europe/Brussels',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) complaints.push(message.text()); });
  page.on('pageerror', (error) => { complaints.push(error.message); });
  // Choosers are caught while somebody listens; who begins to listen only when keys are pressed may be too late for them.
  page.on('filechooser', () => undefined);
  await page.goto(`${server.address}?now=${options.now ?? journeyNow}`);
  return {
    page, context, address: server.address, complaints, profile,
    async close() {
      await context.close();
      await server.close();
    },
  };
}
