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
  // The solver asks Node for it, and only in Node.
  worker: { format: 'es', rolldownOptions: { external: ['node:module'] } },
  build: {
    outDir: new URL('../dist/renderer', import.meta.url).pathname,
    // build.mjs clears what this makes; the sample summit lies in the same folder.
    emptyOutDir: false,
    target: 'chrome130',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    sourcemap: false,
    rolldownOptions: {
      // The fonts for print, served from dist/fonts beside the window.
      external: [/^\/fonts\//],
      // One file to open the window with and one with the parts that places share, rather than seventy small ones.
      output: { codeSplitting: { groups: [{ name: 'window', tags: ['$initial'] }, { name: 'parts', minShareCount: 3 }] } },
    },
  },
});
