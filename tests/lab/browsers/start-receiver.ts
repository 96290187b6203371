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

export interface Receiver {
  /** Address that the browser finds it at. */
  url: string;
  received: ReceivedUpload[];
  stop(): void;
}

const script = fileURLToPath(new URL('./upload-receiver.ts', import.meta.url));

/**
 * Starts a server for uploads inside the browser's namespace, on the browser's own computer. Throws if it does not come up.
 * @param statuses HTTP statuses of the first answers; 200 after these
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
  const [port] = (await Promise.race([once(running, 'message'), failed])) as [number];
  const received: ReceivedUpload[] = [];
  running.on('message', (one) => received.push(one as ReceivedUpload));
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    stop() {
      failed.catch(() => undefined);
      running.kill('SIGKILL');
    },
  };
}
