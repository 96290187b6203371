import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bidi, connectBidi } from './bidi.ts';
import type { ExtensionPage } from './extension-page.ts';
import { startFirefox } from './firefox-process.ts';
import { prepareFirefoxProfile } from './firefox-profile.ts';
import type { RunningBrowser, RunOptions } from './running-browser.ts';

const answerLimitMs = 30_000;
const closeGraceMs = 5_000;

/** Starts Firefox without a window and with the extension in it. Signals are the caller's. */
export function runFirefox(options: RunOptions): RunningBrowser {
  const host = prepareFirefoxProfile(options.profile, idOf(options.extension));
  const process = startFirefox(options.executablePath, options.profile);
  const connecting = process.listening.then((address) => connectBidi(address, answerLimitMs));
  const page = connecting.then((bidi) =>
    openPage(bidi, options.extension, `moz-extension://${host}/dashboard.html`),
  );
  // Whoever closes it early has no use for the reason.
  page.catch(() => {});
  return {
    page,
    async close() {
      const asking = connecting.then((bidi) => bidi.send('browser.close', {})).then(() => true);
      const late = sleep(closeGraceMs, false, { ref: false });
      // It does not listen where it has not come so far, or has ended.
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
  // Left to itself, remote control takes every certificate.
  await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: false } } });
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  const { contexts } = await bidi.send('browsingContext.getTree', { maxDepth: 0 });
  const context = contexts[0]?.context ?? '';
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
  return {
    async evaluate<Argument, Result>(
      run: (argument: Argument) => Result | Promise<Result>,
      argument: Argument,
    ) {
      const answer = await bidi.send('script.callFunction', {
        // JSON both ways: BiDi's own form of values would have to be translated.
        functionDeclaration: `async (json) => JSON.stringify(await (${run.toString()})(json && JSON.parse(json)))`,
        arguments: [{ type: 'string', value: JSON.stringify(argument) ?? '' }],
        target: { context },
        awaitPromise: true,
      });
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
      const { value } = answer.result;
      return (value === undefined ? undefined : JSON.parse(value)) as Result;
    },
  };
}
