// The setup's interface for other scripts. `index.d.mts` types it by hand, since TypeScript does not
// check JavaScript here.
export { builds, ensureBuild, runWxt } from './build.mjs';
export { ensureChromium } from './chromium.mjs';
export { findPostgres } from './engines.mjs';
export { ensureFirefox } from './firefox.mjs';
export { childEnvironment, root } from './node-tools.mjs';
export { reportFailure, SetupError, say } from './report.mjs';
export { uptimeKumaFolder } from './uptime-kuma.mjs';
