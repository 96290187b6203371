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
  /** Of a script that says which names it is asked for (`data:`); null where it is asked for all. */
  configurationUrl: string | null;
  stop(): void;
}

/** Starts a proxy inside the browser's namespace. Throws if it does not come up. */
export async function startProxy(lab: Lab, setup: ProxySetup): Promise<RunningProxy> {
  const { kind, at, refuses = [], resets = false, dead } = setup;
  if (at !== undefined) await run(lab, ['ip', 'addr', 'replace', `${at.address}/32`, 'dev', 'lo']);
  const script = fileURLToPath(scripts[kind]);
  const address = at?.address ?? loopback;
  const [command = '', ...parameters] = lab.inside([
    process.execPath,
    script,
    address,
    refuses.join(','),
    resets ? 'resets' : (dead ?? ''),
  ]);
  const running = spawn(command, parameters, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const failed = once(running, 'exit').then(() => {
    throw new Error('the proxy has ended');
  });
  const [port] = (await Promise.race([once(running, 'message'), failed])) as [number];
  // One that is stopped: its system still accepts connections.
  if (dead === 'silent') running.kill('SIGSTOP');
  if (dead === 'ended') running.kill('SIGKILL');
  const host = at?.name ?? loopback;
  return {
    kind,
    host,
    port,
    configurationUrl: configurationUrlOf(setup, `PROXY ${host}:${port}`),
    stop: () => running.kill('SIGKILL'),
  };
}

/** A script in the format of proxy auto-configuration, which both browsers read; null where there is nothing to choose. */
function configurationUrlOf(
  { only, except }: Omit<ProxySetup, 'kind'>,
  proxy: string,
): string | null {
  const names = only ?? except;
  if (names === undefined) return null;
  const [forNames, forOthers] = only === undefined ? ['DIRECT', proxy] : [proxy, 'DIRECT'];
  const script = `function FindProxyForURL(url, host) {
    var named = ${JSON.stringify(names)}.some(function (name) {
      return name[0] === '.' ? ('.' + host).endsWith(name) : host === name;
    });
    return named ? ${JSON.stringify(forNames)} : ${JSON.stringify(forOthers)};
  }`;
  const encoded = Buffer.from(script).toString('base64');
  return `data:application/x-ns-proxy-autoconfig;base64,${encoded}`;
}
