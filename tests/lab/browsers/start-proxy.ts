import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Lab } from '../lab.ts';

const script = fileURLToPath(new URL('./http-proxy.ts', import.meta.url));

export interface RunningProxy {
  /** Its port on the browser's own loopback. */
  port: number;
  stop(): void;
}

/** Starts an HTTP proxy inside the browser's namespace. Throws if it does not come up. */
export async function startProxy(lab: Lab): Promise<RunningProxy> {
  const [command = '', ...parameters] = lab.inside([process.execPath, script]);
  const running = spawn(command, parameters, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const failed = once(running, 'exit').then(() => {
    throw new Error('the proxy has ended');
  });
  const [port] = (await Promise.race([once(running, 'message'), failed])) as [number];
  return { port, stop: () => running.kill('SIGKILL') };
}
