/** The browser of the journeys: Debian's, without a sandbox since containers run as root, and silent on the network. */
export const chromiumPath = process.env['SUMMIT_CHROMIUM'] ?? '/usr/bin/chromium';
export const chromiumArguments = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
