import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Lab } from '../lab.ts';

/** A request as it arrived. */
export interface ReceivedUpload {
  method: string;
  path: string;
  headers: Record<string, string>;
  /** Unpacked, Base64. */
  body: string;
}

/** What its process tells. */
export type ReceiverMessage =
  | { kind: 'port'; port: number }
  | { kind: 'received'; received: ReceivedUpload }
  | { kind: 'cut' };

/** In the place of a status: no answer at all. */
export const held = 0;

export interface Receiver {
  /** Address that the browser finds it at. */
  url: string;
  received: ReceivedUpload[];
  /** How many requests without an answer were given up by the browser. */
  cut(): number;
  stop(): void;
}

const script = fileURLToPath(new URL('./upload-receiver.ts', import.meta.url));

/**
 * Starts a server for uploads inside the browser's namespace, on the browser's own computer. Throws if it does not come up.
 * @param statuses HTTP statuses of the first answers, or `held`; 200 after these
 */
export async function startReceiver(
  lab: Lab,
  { statuses = [] }: { statuses?: readonly number[] } = {},
): Promise<Receiver> {
  const [command = '', ...parameters] = lab.inside([process.execPath, script, statuses.join(',')]);
  const running = spawn(command, parameters, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const failed = once(running, 'exit').then(() => {
    throw new Error('the receiver has ended');
  });
  const received: ReceivedUpload[] = [];
  let cut = 0;
  const listening = Promise.withResolvers<number>();
  running.on('message', (message: ReceiverMessage) => {
    if (message.kind === 'port') listening.resolve(message.port);
    else if (message.kind === 'cut') cut += 1;
    else received.push(message.received);
  });
  const port = await Promise.race([listening.promise, failed]);
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    cut: () => cut,
    stop() {
      failed.catch(() => undefined);
      running.kill('SIGKILL');
    },
  };
}
