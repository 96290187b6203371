import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bidi, connectBidi } from './bidi.ts';
import { createBidiPage } from './bidi-page.ts';
import type { ExtensionPage } from './extension-page.ts';
import { startFirefox } from './firefox-process.ts';
import { prepareFirefoxProfile } from './firefox-profile.ts';
import type { RunningBrowser, RunOptions } from './running-browser.ts';

const answerLimitMs = 30_000;
const closeGraceMs = 5_000;

export interface FirefoxOptions extends RunOptions {
  /** Connects to its BiDi endpoint; directly if omitted. */
  connect?: typeof connectBidi;
  /** Environment variables, in addition to those of this process. */
  environment?: Record<string, string>;
}

export interface RunningFirefox extends RunningBrowser {
  /** The connection to it. Rejects if it does not start. */
  bidi: Promise<Bidi>;
}

/** Starts headless Firefox with the extension loaded. The caller handles signals. */
export function runFirefox(options: FirefoxOptions): RunningFirefox {
  const { connect = connectBidi, environment = {} } = options;
  const host = prepareFirefoxProfile(options.profile, idOf(options.extension));
  const process = startFirefox(options.executablePath, { ...options, environment });
  const connecting = process.listening.then((address) => connect(address, answerLimitMs));
  const page = connecting.then((bidi) =>
    openPage(bidi, options.extension, `moz-extension://${host}/dashboard.html`),
  );
  // A caller that closes the browser early does not need the reason.
  page.catch(() => {});
  return {
    bidi: connecting,
    page,
    async close() {
      const asking = connecting.then((bidi) => bidi.send('browser.close', {})).then(() => true);
      const late = sleep(closeGraceMs, false, { ref: false });
      // It is not listening yet, or has already exited.
      const listens = await Promise.race([asking, late]).catch(() => false);
      await process.end(listens ? closeGraceMs : 0);
    },
  };
}

function idOf(extension: string): string {
  const manifest = readFileSync(path.join(extension, 'manifest.json'), 'utf8');
  const { browser_specific_settings } = JSON.parse(manifest) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return browser_specific_settings.gecko.id;
}

async function openPage(bidi: Bidi, extension: string, url: string): Promise<ExtensionPage> {
  // By default, remote control accepts every certificate.
  await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: false } } });
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  const { contexts } = await bidi.send('browsingContext.getTree', { maxDepth: 0 });
  const context = contexts[0]?.context ?? '';
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
  return createBidiPage(bidi, context);
}
