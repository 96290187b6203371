import { setTimeout as sleep } from 'node:timers/promises';
import type { PlainReply, PlainRequest, RequestName } from '../../lib/messages/plain-request.ts';
import type { Protocol } from '../../lib/messages/protocol.ts';
import type { ExtensionPage } from '../browser/extension-page.ts';
import { SetupError } from '../setup/index.mjs';

/** Asks the extension's worker by the typed protocol. Throws a SetupError where none answers. */
export type Ask = <Name extends RequestName>(
  name: Name,
  ...data: Parameters<Protocol[Name]>
) => Promise<ReturnType<Protocol[Name]>>;

declare const chrome: { runtime: { sendMessage(request: object): Promise<unknown> } };

const answerLimitMs = 30_000;
const listenerLimitMs = 10_000;

/** Speaks from a page of the extension. */
export function createAsk(page: ExtensionPage): Ask {
  return async <Name extends RequestName>(name: Name, ...data: Parameters<Protocol[Name]>) => {
    const reply = await send<Name>(page, { ask: name, data: data[0] });
    if (reply === null) throw new SetupError(`The extension does not answer ${name}`);
    if ('failure' in reply) {
      throw new SetupError(`The extension failed at ${name}: ${reply.failure}`);
    }
    return reply.answer;
  };
}

async function send<Name extends RequestName>(
  page: ExtensionPage,
  request: PlainRequest<Name>,
): Promise<PlainReply<Name> | null> {
  const begun = Date.now();
  for (;;) {
    try {
      return await sendOnce(page, request);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      // A worker that is just starting has no listener yet.
      const mayCome = text.includes('Receiving end does not exist');
      if (!mayCome || Date.now() - begun > listenerLimitMs) {
        throw new SetupError(`The extension does not answer: ${text.split('\n')[0] ?? text}`);
      }
      await sleep(200);
    }
  }
}

async function sendOnce<Name extends RequestName>(
  page: ExtensionPage,
  request: PlainRequest<Name>,
): Promise<PlainReply<Name> | null> {
  const late = new AbortController();
  const timeout = sleep(answerLimitMs, null, { signal: late.signal }).then((): never => {
    throw new Error(`no answer within ${answerLimitMs / 1000} s`);
  });
  try {
    const asking = page.evaluate((sent) => chrome.runtime.sendMessage(sent), request);
    const reply = await Promise.race([asking, timeout]);
    return (reply ?? null) as PlainReply<Name> | null;
  } finally {
    late.abort();
    timeout.catch(() => {});
  }
}
