import { existsSync, readdirSync, rmSync } from 'node:fs';
import { household } from '../tunnel/household.ts';
import { householdTranslation, translationAtExit } from './address-translation.ts';
import { configurationRoot, configureResolver, ipv6Line, switchIpv6 } from './family.ts';
import { batch, inside, ip, pidsIn } from './ip-command.ts';
import { ipv6Resolver } from './known-names.ts';
import { isOrphan, ownedName } from './ownership.ts';
import { ipv6Table, refuserGateway } from './routes.ts';

const namespaceRoot = '/run/netns';

/** The network namespaces of one lab: the browser's, the world's, one that refuses, a tunnel's far end. */
export interface Namespaces {
  browser: string;
  world: string;
  refuser: string;
  exit: string;
}

/** Creates and connects the namespaces of the `index`-th lab of this process. */
export function createNamespaces(index: number, resolver: string): Namespaces {
  const names = {
    browser: ownedName(index, 'browser'),
    world: ownedName(index, 'world'),
    refuser: ownedName(index, 'refuser'),
    exit: ownedName(index, 'exit'),
  };
  try {
    for (const name of Object.values(names)) ip(['netns', 'add', name]);
    join(names);
    configureResolver(names.browser, resolver);
  } catch (error) {
    removeNamespaces(names);
    throw error;
  }
  return names;
}

/** Removes namespaces, the processes left in them, and their resolver files. */
export function removeNamespaces(names: Namespaces): void {
  for (const name of Object.values(names)) removeNamespace(name);
}

/** Removes namespaces left behind by labs of dead processes. */
export function removeStaleNamespaces(): void {
  const listed = new Set([...list(namespaceRoot), ...list(configurationRoot)]);
  for (const name of listed) {
    if (isOrphan(name)) removeNamespace(name);
  }
}

/** Replaces the routes that implement a world's rules. */
export function replaceRoutes(names: Namespaces, routes: { old: string[]; new: string[] }): void {
  const kept = new Set(routes.new);
  const gone = routes.old.filter((route) => !kept.has(route));
  const had = new Set(routes.old);
  batch(names.world, [
    ...gone.map((route) => `route del ${route}`),
    ...routes.new.filter((route) => !had.has(route)).map((route) => `route add ${route}`),
  ]);
}

/** Replaces the world's packet filter with an nftables script. */
export function replaceFilter(names: Namespaces, script: string): void {
  inside(names.world, ['nft', '-f', '-'], script);
}

/** Limits the downstream rate of the line, with a queue of half a second and at least 16 kB. */
export function setLineRate(names: Namespaces, bytesPerSecond: number | undefined): void {
  const queue = Math.max(16_000, Math.round((bytesPerSecond ?? 0) / 2));
  const discipline =
    bytesPerSecond === undefined
      ? ['noqueue']
      : ['tbf', 'rate', `${bytesPerSecond}bps`, 'burst', '3000', 'limit', `${queue}`];
  inside(names.world, ['tc', 'qdisc', 'replace', 'dev', 'browser0', 'root', ...discipline]);
}

/** Takes the browser's network interface down, or up with its route. */
export function setLink(names: Namespaces, state: 'up' | 'down'): void {
  batch(names.browser, [
    `link set eth0 ${state}`,
    ...(state === 'up' ? ['route replace default via 10.53.0.1'] : []),
  ]);
}

/** Sets the public address of the tunnel's far end, which servers see as the source. */
export function setExitAddress(names: Namespaces, address: string): void {
  batch(names.exit, [`addr replace ${address}/32 dev eth0`]);
  batch(names.world, [`route replace ${address}/32 via 10.55.0.2`]);
  batch(names.refuser, [`route replace ${address}/32 via 10.54.0.1`]);
  inside(names.exit, ['nft', '-f', '-'], translationAtExit(address));
}

const udpTable = 100;

/** Routes the browser's UDP past the tunnel, or along with all other traffic. */
export function setUdpBeside({ browser }: Namespaces, isBeside: boolean): void {
  const rule = `ipproto udp pref ${udpTable} table ${udpTable}`;
  batch(
    browser,
    isBeside
      ? [`route replace default via 10.53.0.1 table ${udpTable}`, `rule add ${rule}`]
      : [`rule del ${rule}`],
  );
}

function join({ browser, world, refuser, exit }: Namespaces): void {
  for (const name of [browser, refuser, exit]) switchIpv6(name, 'off');
  switchIpv6(world, 'on');
  ip(['link', 'add', 'eth0', 'netns', browser, 'type', 'veth', 'peer', 'browser0', 'netns', world]);
  ip(['link', 'add', 'eth0', 'netns', refuser, 'type', 'veth', 'peer', 'refuser0', 'netns', world]);
  ip(['link', 'add', 'eth0', 'netns', exit, 'type', 'veth', 'peer', 'exit0', 'netns', world]);
  batch(browser, [
    'link set lo up',
    'link set eth0 up',
    'addr add 10.53.0.2/24 dev eth0',
    'route add default via 10.53.0.1',
  ]);
  // In the main table, not in `local`, so that the links' own networks remain more specific.
  const everyAddressIsLocal = 'route add local 0.0.0.0/0 dev lo table main';
  batch(world, [
    'link set lo up',
    'link set browser0 up',
    'link set refuser0 up',
    'link set exit0 up',
    'addr add 10.53.0.1/24 dev browser0',
    'addr add 10.54.0.1/30 dev refuser0',
    'addr add 10.55.0.1/30 dev exit0',
    `route add ${household.address}/32 via 10.53.0.2`,
    everyAddressIsLocal,
    `addr add ${ipv6Line.far}/64 dev browser0 nodad`,
    `addr add ${ipv6Resolver}/128 dev lo nodad`,
    `route add local ::/0 dev lo table ${ipv6Table}`,
  ]);
  // For packets from the line alone: the world's own must find the way back to the browser.
  ip(['-n', world, '-6', 'rule', 'add', 'iif', 'browser0', 'table', `${ipv6Table}`]);
  batch(refuser, [
    'link set lo up',
    'link set eth0 up',
    `addr add ${refuserGateway}/30 dev eth0`,
    'route add 10.53.0.0/24 via 10.54.0.1',
    everyAddressIsLocal,
  ]);
  batch(exit, [
    'link set lo up',
    'link set eth0 up',
    'addr add 10.55.0.2/30 dev eth0',
    'route add default via 10.55.0.1',
  ]);
  inside(exit, ['sysctl', '-qw', 'net.ipv4.ip_forward=1']);
  inside(world, ['nft', '-f', '-'], householdTranslation);
  // Without forwarding the kernel sends no ICMP for unreachable routes; the default is one per second.
  inside(world, ['sysctl', '-qw', 'net.ipv4.ip_forward=1', 'net.ipv4.icmp_ratelimit=0']);
}

function removeNamespace(name: string): void {
  for (const pid of pidsIn(name)) killOne(pid);
  try {
    if (list(namespaceRoot).includes(name)) ip(['netns', 'del', name]);
  } catch (error) {
    // Another lab may have removed it at this moment.
    if (list(namespaceRoot).includes(name)) throw error;
  }
  rmSync(`${configurationRoot}/${name}`, { recursive: true, force: true });
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}

function list(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory) : [];
}
