import type { Socket } from 'node:net';
import { containsAddress } from '../addresses.ts';
import { matchesName } from '../name-pattern.ts';
import type { TlsAction, TlsRule } from '../world-description.ts';
import type { WorldState } from './state.ts';

const handshakeFailure = Buffer.from([21, 3, 3, 0, 2, 2, 40]);

/** What the censor does to a ClientHello, which it also counts. */
export function judge(state: WorldState, name: string, address: string): TlsAction | undefined {
  const now = Date.now();
  const greetings = [...(state.greetings.get(name) ?? []), now];
  state.greetings.set(name, greetings);
  return state.description.tls?.find((rule) => applies(rule, { name, address, greetings, now }))
    ?.action;
}

function applies(
  rule: TlsRule,
  hello: { name: string; address: string; greetings: number[]; now: number },
): boolean {
  const { burst, times, onAddresses } = rule;
  if (!matchesName(rule.names, hello.name)) return false;
  if (onAddresses && !containsAddress(onAddresses, hello.address)) return false;
  if (times !== undefined && hello.greetings.length > times) return false;
  if (!burst) return true;
  return (
    hello.greetings.filter((time) => hello.now - time <= burst.withinMs).length >= burst.handshakes
  );
}

/** Ends or holds a connection as the action says; false if it may go on to a server. */
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
    case undefined:
      return false;
    default:
      // Limits on bytes act later, on the way back.
      return false;
  }
}
