import type { Socket } from 'node:net';
import { containsAddress } from '../network/addresses.ts';
import type { TlsAction, TlsRule, WorldDescription } from './description.ts';
import { matchesName } from './name-pattern.ts';
import type { WorldState } from './state.ts';

const handshakeFailure = Buffer.from([21, 3, 3, 0, 2, 2, 40]);

export interface Sentence {
  action: TlsAction;
  delayMs: number;
  /** Whether it follows from too many ClientHellos with the name. */
  burst: boolean;
}

/** The endpoints and the name of a ClientHello. */
interface Greeting {
  name: string;
  /** The server's address. */
  address: string;
  caller: string;
}

interface Hello extends Greeting {
  /** Times of all ClientHellos with this name, in order; the last is that of this one. */
  greetings: number[];
  now: number;
}

/** Counts a ClientHello and returns what the censor does to it. */
export function judge(state: WorldState, greeting: Greeting): Sentence | undefined {
  const { name } = greeting;
  const now = Date.now();
  const greetings = [...(state.greetings.get(name) ?? []), now];
  state.greetings.set(name, greetings);
  const hello: Hello = { ...greeting, greetings, now };
  const rule = state.description.tls?.find((candidate) => applies(state, candidate, hello));
  if (!rule) return undefined;
  if (rule.residualMs !== undefined) {
    state.residuals.set(wayOf(greeting), now + rule.residualMs);
  }
  return { action: rule.action, delayMs: rule.delayMs ?? 0, burst: rule.burst !== undefined };
}

/** What the censor does to a ClientHello without a name. */
export function judgeNameless({ nameless }: WorldDescription): Sentence | undefined {
  return nameless && { action: nameless, delayMs: 0, burst: false };
}

/** Whether a caller gets no answer from an address, as it was hit there before. */
export function isResidual(state: WorldState, way: Omit<Greeting, 'name'>): boolean {
  return Date.now() < (state.residuals.get(wayOf(way)) ?? 0);
}

function wayOf({ caller, address }: Omit<Greeting, 'name'>): string {
  return `${caller} ${address}`;
}

function applies(state: WorldState, rule: TlsRule, hello: Hello): boolean {
  const { times, onAddresses, callers, percent } = rule;
  if (!matchesName(rule.names, hello.name)) return false;
  if (onAddresses && !containsAddress(onAddresses, hello.address)) return false;
  if (callers && !containsAddress(callers, hello.caller)) return false;
  if (times !== undefined && hello.greetings.length > times) return false;
  if (percent !== undefined && Math.random() * 100 >= percent) return false;
  return rule.burst === undefined || isBurst(state, rule, rule.burst, hello);
}

function isBurst(
  state: WorldState,
  rule: TlsRule,
  burst: NonNullable<TlsRule['burst']>,
  { name, greetings, now }: Hello,
): boolean {
  const frozen = state.frozen.get(rule) ?? new Map<string, number>();
  if (now < (frozen.get(name) ?? 0)) return true;
  const recent = greetings.filter((time) => now - time <= burst.withinMs);
  if (recent.length < burst.handshakes) return false;
  if (burst.forMs !== undefined) {
    state.frozen.set(rule, frozen.set(name, now + burst.forMs));
    for (const passage of state.passages) {
      if (passage.name === name) passage.stop(rule.action === 'reset' ? 'reset' : 'freeze');
    }
  }
  return true;
}

/** Ends or holds a connection as the action says; false if it may continue to a server. */
export function interrupt(socket: Socket, action: TlsAction | undefined): boolean {
  switch (action) {
    case 'reset':
      socket.resetAndDestroy();
      return true;
    case 'silent':
      socket.resume();
      return true;
    case 'close':
      socket.end();
      return true;
    case 'alert':
      socket.end(handshakeFailure);
      return true;
    case 'plaintext':
      socket.end('HTTP/1.1 400 Bad Request\r\ncontent-type: text/plain\r\n\r\nplain HTTP\n');
      return true;
    case 'forged':
    case 'expired':
    case 'wrong-name':
    case 'intercepted':
    case undefined:
      return false;
    default:
      // Byte limits act later, while bytes are carried.
      return false;
  }
}

/** One word for the log. */
export function wordFor(action: TlsAction): string {
  if (typeof action === 'string') return action;
  if ('freezeAfterBytes' in action) return 'freeze';
  return 'cutAfterBytes' in action ? 'cut' : 'throttle';
}

/** Whether the action follows the ClientHello only after a number of bytes. */
export function actsOnBytes(action: TlsAction): boolean {
  return typeof action === 'object' && !('bytesPerSecond' in action);
}
