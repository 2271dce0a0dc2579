import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles one entry for Node or Electron into one file: only `electron` and Node's own modules stay outside. The extension says the format. */
export async function bundleForNode({ entry, outFile }) {
  const isModule = !outFile.endsWith('.cjs');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(root, entry),
      target: 'node20',
      outDir: join(root, dirname(outFile)),
      emptyOutDir: false,
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        external: ['electron'],
        // Some libraries ask for `__dirname`, which modules do not have.
        output: { format: isModule ? 'es' : 'cjs', entryFileNames: basename(outFile), codeSplitting: false, ...(isModule && { banner: 'const __dirname = import.meta.dirname;' }) },
      },
    },
  });
}
