import { zip } from 'wxt';

// A program of its own, as test runners set variables that would change the build.
const [, , browser = '', version = '', outDir = ''] = process.argv;
await zip({ browser, manifestVersion: 3, outDir, manifest: { version } });
