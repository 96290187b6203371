import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Bidi, createBidiLine } from '../../../scripts/browser/bidi.ts';
import type { Lab } from '../lab.ts';
import type { RelayMessage } from './firefox-relay.ts';

const script = fileURLToPath(new URL('./firefox-relay.ts', import.meta.url));

/** Connects to a Firefox that listens inside the lab, through a process in the same namespace. */
export function connectInside(lab: Lab): (address: string, limitMs: number) => Promise<Bidi> {
  return (address, limitMs) =>
    new Promise((resolve, reject) => {
      const [command = '', ...parameters] = lab.inside([process.execPath, script, address]);
      const relay = spawn(command, parameters, {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        env: { ...process.env, NODE_OPTIONS: '' },
      });
      const line = createBidiLine((text) => relay.send(text));
      const fail = (reason: string): void => {
        clearTimeout(timer);
        line.cut(reason);
        reject(new Error(reason));
        relay.kill('SIGKILL');
      };
      const timer = setTimeout(() => fail(`no connection within ${limitMs / 1000} s`), limitMs);
      relay.on('message', (message: RelayMessage) => {
        if (message.kind === 'text') return line.receive(message.text);
        clearTimeout(timer);
        resolve(line);
      });
      relay.on('error', () => fail('the connection to the browser failed'));
      relay.on('exit', () => fail('the browser has ended'));
    });
}
