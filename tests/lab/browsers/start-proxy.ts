import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Lab } from '../lab.ts';
import { run } from '../network/clients.ts';
import type { ProxySetup } from '../scenarios/scenario.ts';

const loopback = '127.0.0.1';

const scripts = {
  http: new URL('./http-proxy.ts', import.meta.url),
  socks: new URL('./socks-proxy.ts', import.meta.url),
};

export interface RunningProxy {
  kind: ProxySetup['kind'];
  /** Name or address at which the browser finds it. */
  host: string;
  port: number;
  stop(): void;
}

/** Starts a proxy inside the browser's namespace. Throws if it does not come up. */
export async function startProxy(
  lab: Lab,
  { kind, at, refuses = [] }: ProxySetup,
): Promise<RunningProxy> {
  if (at !== undefined) await run(lab, ['ip', 'addr', 'replace', `${at.address}/32`, 'dev', 'lo']);
  const script = fileURLToPath(scripts[kind]);
  const address = at?.address ?? loopback;
  const [command = '', ...parameters] = lab.inside([
    process.execPath,
    script,
    address,
    refuses.join(','),
  ]);
  const running = spawn(command, parameters, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const failed = once(running, 'exit').then(() => {
    throw new Error('the proxy has ended');
  });
  const [port] = (await Promise.race([once(running, 'message'), failed])) as [number];
  return { kind, host: at?.name ?? loopback, port, stop: () => running.kill('SIGKILL') };
}
