import type { Handlers } from './handlers.ts';
import type { Protocol } from './protocol.ts';

/** The messages that a handler answers. */
export type RequestName = keyof Handlers;

/**
 * A request from a program that drives a page of the extension, such as `npm run check`. It runs
 * `chrome.runtime.sendMessage({ ask: 'startRound', data: { services: null } })` in that page. Pages themselves
 * use the messaging library, whose message format is private.
 */
export interface PlainRequest<Name extends RequestName = RequestName> {
  ask: Name;
  data: Parameters<Protocol[Name]>[0];
}

/** The handler's answer, or why it failed. */
export type PlainReply<Name extends RequestName = RequestName> =
  | { answer: ReturnType<Protocol[Name]> }
  | { failure: string };

/** Answers plain requests with the given handlers; returns undefined for other messages. */
export function createPlainAnswer(
  handlers: Handlers,
): (message: unknown) => Promise<PlainReply> | undefined {
  return (message) => {
    if (typeof message !== 'object' || message === null || !('ask' in message)) return undefined;
    return answer(handlers, message.ask, 'data' in message ? message.data : undefined);
  };
}

async function answer(handlers: Handlers, ask: unknown, data: unknown): Promise<PlainReply> {
  if (!isNameIn(handlers, ask)) {
    const allowed = Object.keys(handlers).join(', ');
    return { failure: `ask: found ${JSON.stringify(ask)}, allowed: ${allowed}` };
  }
  // Handlers validate their data at run time.
  const handle = handlers[ask] as (data: unknown) => ReturnType<Handlers[RequestName]>;
  try {
    return { answer: await handle(data) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

function isNameIn(handlers: Handlers, name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(handlers, name);
}
