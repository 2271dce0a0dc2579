import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import manifest from '../package.json' with { type: 'json' };

/** Replaced by a fresh nonce in every response; see electron/security.ts and the policy there. */
export const nonceMark = '__CSP_NONCE__';

/** The window: one page, module workers, every asset a file of our own so that the policy can say `self`. */
export default defineConfig({
  root: new URL('../renderer', import.meta.url).pathname,
  base: './',
  html: { cspNonce: nonceMark },
  define: { 'import.meta.env.SUMMIT_VERSION': JSON.stringify(manifest.version) },
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: new URL('../dist/renderer', import.meta.url).pathname,
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    sourcemap: false,
  },
});
