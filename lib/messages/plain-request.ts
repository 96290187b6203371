import type { Handlers } from './handlers.ts';
import type { Protocol } from './protocol.ts';

export type RequestName = keyof Handlers;

/**
 * How a program that drives a page of the extension, as `npm run check` does, asks the worker:
 * `chrome.runtime.sendMessage({ ask: 'startRound', data: { services: null } })` in that page. Pages
 * themselves use the messaging library, whose form of messages is its own affair.
 */
export interface PlainRequest<Name extends RequestName = RequestName> {
  ask: Name;
  data: Parameters<Protocol[Name]>[0];
}

export type PlainReply<Name extends RequestName = RequestName> =
  | { answer: ReturnType<Protocol[Name]> }
  | { failure: string };

/** Answers plain requests with the same handlers; undefined to a message that is none. */
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
  // Handlers check what they are given, whatever the types promise.
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
