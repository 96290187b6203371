// What the other scripts use of the setup. Typed by hand beside it, since TypeScript does not
// look into JavaScript here.
export { builds, ensureBuild, runWxt } from './build.mjs';
export { ensureChromium } from './chromium.mjs';
export { ensureFirefox } from './firefox.mjs';
export { childEnvironment, root } from './node-tools.mjs';
export { reportFailure, SetupError, say } from './report.mjs';
