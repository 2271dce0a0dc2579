// What is packed for Windows, macOS and Linux: the bundles of dist/ and nothing else. Everything is bundled, so no module folder is shipped.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './build.mjs';

const { version: electronVersion } = createRequire(import.meta.url)('electron/package.json');

/** electron-builder flips these in the binary after packing; test/journeys/package.test.ts reads them back. */
const electronFuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  resetAdHocDarwinSignature: true,
};

/** The configuration for one run; `electronDist` is a folder with an unpacked Electron, or null to use the fetched one. */
export function packaging({ electronDist, output }) {
  const icons = join(root, 'build/icons');
  return {
    appId: 'org.summitplanner.app',
    productName: 'Summit Planner',
    executableName: 'summit-planner',
    electronVersion,
    ...(electronDist === null ? {} : { electronDist }),
    directories: { output, buildResources: icons },
    files: ['dist/electron/*.cjs', 'dist/renderer/**', 'dist/fonts/**', 'dist/headless/**', 'package.json'],
    asar: true,
    npmRebuild: false,
    publish: null,
    electronFuses,
    electronLanguages: ['en', 'en-US'],
    fileAssociations: [{ ext: 'summit', name: 'Summit', description: 'Partner summit', mimeType: 'application/x-summit-planner', role: 'Editor' }],
    win: { target: ['nsis', 'zip'], icon: join(icons, 'icon.ico') },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, deleteAppDataOnUninstall: false },
    mac: { target: ['dmg', 'zip'], icon: join(icons, 'icon.icns'), category: 'public.app-category.business' },
    linux: { target: ['AppImage', 'deb', 'tar.gz'], icon: icons, category: 'Office', maintainer: 'The Summit Planner authors' },
  };
}
