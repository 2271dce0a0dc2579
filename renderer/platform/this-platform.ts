import { browserPlatform } from './browser.ts';
import { bridgePort, desktopPlatform } from './desktop.ts';
import type { Platform } from './platform.ts';

/** The host this window runs in: the desktop shell when preload left its port, else a plain browser. */
export async function thisPlatform(): Promise<Platform> {
  const port = bridgePort(window);
  return port === null ? browserPlatform(import.meta.env['SUMMIT_VERSION'] as string) : desktopPlatform(port);
}
