import { setTimeout as sleep } from 'node:timers/promises';
import type { Protocol } from '../../lib/messages/protocol.ts';
import type { ExtensionPage } from '../browser/extension-page.ts';
import { SetupError } from '../setup/index.mjs';

type Question = Exclude<keyof Protocol, 'progressChanged'>;

/** Asks the extension's worker by the typed protocol. Throws a SetupError where none answers. */
export type Ask = <Type extends Question>(
  type: Type,
  ...data: Parameters<Protocol[Type]>
) => Promise<ReturnType<Protocol[Type]>>;

/** The envelope in which @webext-core/messaging answers. */
interface Reply<Result> {
  res: Result;
  err?: { message?: string } | null;
}

declare const chrome: {
  runtime: { sendMessage<Result>(message: object): Promise<Reply<Result> | undefined> };
};

const answerLimitMs = 30_000;
const listenerLimitMs = 10_000;

/** Speaks from a page of the extension. */
export function createAsk(page: ExtensionPage): Ask {
  let lastId = 0;
  return async <Type extends Question>(type: Type, ...data: Parameters<Protocol[Type]>) => {
    const message = { id: ++lastId, type, data: data[0], timestamp: Date.now() };
    const reply = await send<ReturnType<Protocol[Type]>>(page, message);
    if (reply === undefined) throw new SetupError(`The extension does not answer ${type}`);
    if (reply.err !== undefined && reply.err !== null) {
      throw new SetupError(`The extension failed at ${type}: ${reply.err.message ?? 'no reason'}`);
    }
    return reply.res;
  };
}

async function send<Result>(
  page: ExtensionPage,
  message: object,
): Promise<Reply<Result> | undefined> {
  const begun = Date.now();
  for (;;) {
    try {
      return await sendOnce<Result>(page, message);
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

async function sendOnce<Result>(
  page: ExtensionPage,
  message: object,
): Promise<Reply<Result> | undefined> {
  const late = new AbortController();
  const timeout = sleep(answerLimitMs, null, { signal: late.signal }).then((): never => {
    throw new Error(`no answer within ${answerLimitMs / 1000} s`);
  });
  try {
    return await Promise.race([
      page.evaluate((sent) => chrome.runtime.sendMessage<Result>(sent), message),
      timeout,
    ]);
  } finally {
    late.abort();
    timeout.catch(() => {});
  }
}
