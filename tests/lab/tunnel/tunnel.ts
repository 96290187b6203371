import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expandTargets } from '../network/addresses.ts';
import { type Namespaces, setExitAddress, setUdpBeside } from '../network/namespaces.ts';
import type { WorldDescription } from '../world/description.ts';
import { farConfiguration, nearConfiguration, type TunnelEnds } from './configuration.ts';
import { createTunnelKey, type TunnelKey } from './keys.ts';

const startMs = 15_000;
const stopMs = 5_000;
const device = '/dev/net/tun';
const noDevice = `The tunnel needs ${device} (root: modprobe tun; Docker: --device ${device}).`;

/** An OpenVPN from the browser's computer to the exit's. */
export interface Tunnel {
  /** Reconfigures it as a world describes. */
  set(world: WorldDescription): Promise<void>;
  /** Switches it on; resolves when traffic goes through it. */
  up(): Promise<void>;
  /** Switches it off; resolves when traffic bypasses it. */
  down(): Promise<void>;
}

/** @param folder for the configurations with the keys; removed with the lab */
export function createTunnel(namespaces: Namespaces, folder: string): Tunnel {
  let keys: Promise<[TunnelKey, TunnelKey]> | undefined;
  let running: ChildProcess[] = [];
  let world: WorldDescription = {};
  let described = '';
  let isUdpBeside = false;

  return {
    async set(next) {
      const description = JSON.stringify(next.tunnel ?? null);
      const isToBeOn = next.tunnel !== undefined && next.tunnel.isOff !== true;
      const isOn = running.length > 0;
      world = next;
      if (description === described && isOn === isToBeOn) return;
      described = description;
      await down();
      if (next.tunnel !== undefined) setExitAddress(namespaces, next.tunnel.exit.address);
      if (isToBeOn) await up();
    },
    up,
    down,
  };

  async function up(): Promise<void> {
    if (running.length > 0) return;
    if (!existsSync(device)) throw new Error(noDevice);
    const ends = await describeEnds();
    running.push(await start('far', farConfiguration(ends), /UDPv4 link remote:/));
    letUdpPass(world.tunnel?.carriesTcpOnly === true);
    running.push(await start('near', nearConfiguration(ends), /Initialization Sequence Completed/));
  }

  async function down(): Promise<void> {
    const [far, near] = running;
    running = [];
    await stop(near);
    await stop(far);
    letUdpPass(false);
  }

  function letUdpPass(isBeside: boolean): void {
    if (isBeside !== isUdpBeside) setUdpBeside(namespaces, isBeside);
    isUdpBeside = isBeside;
  }

  async function describeEnds(): Promise<TunnelEnds> {
    const { tunnel } = world;
    if (tunnel === undefined) throw new Error('This world has no tunnel.');
    keys ??= Promise.all([createTunnelKey('near'), createTunnelKey('far')]);
    const [near, far] = await keys;
    const carries = tunnel.carries && expandTargets(tunnel.carries, world);
    return { near, far, address: tunnel.exit.address, carries };
  }

  async function start(
    end: 'near' | 'far',
    configuration: string,
    sign: RegExp,
  ): Promise<ChildProcess> {
    const file = join(folder, `tunnel-${end}.conf`);
    writeFileSync(file, configuration, { mode: 0o600 });
    const namespace = end === 'near' ? namespaces.browser : namespaces.exit;
    const child = spawn('ip', ['netns', 'exec', namespace, 'openvpn', '--config', file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.unref();
    try {
      await waitForLine(child, sign);
      return child;
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }
}

/** Waits for a line in the output of a process; rejects with the output if none comes. */
function waitForLine(child: ChildProcess, sign: RegExp): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`OpenVPN ${why}: ${output.slice(-1000)}`));
    const timer = setTimeout(() => fail(`is not ready after ${startMs} ms`), startMs);
    child.on('error', reject);
    child.on('exit', () => {
      clearTimeout(timer);
      fail('has ended');
    });
    for (const stream of [child.stdout, child.stderr]) {
      // Read all of it: otherwise a full pipe would block the process.
      stream?.on('data', (chunk: Buffer) => {
        output = (output + chunk.toString()).slice(-20_000);
        if (!sign.test(output)) return;
        clearTimeout(timer);
        resolve();
      });
    }
  });
}

async function stop(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}
