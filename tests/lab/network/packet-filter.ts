import type { WorldDescription } from '../world/description.ts';
import { expandTargets } from './addresses.ts';

const table = 'ip dozvon';
/** What a connection may carry at once, beside as much as in a second at its rate, before it is policed. */
const burstBytes = 2_048;

/** The nftables script that applies a world's packet loss and removes that of any other. */
export function packetFilterOf(world: WorldDescription): string {
  const drops = dropsOf(world);
  // Declared first, so that the deletion cannot fail.
  const reset = [`table ${table}`, `delete table ${table}`];
  if (drops.length === 0) return reset.join('\n');
  return [
    ...reset,
    `table ${table} {`,
    ...drops.flatMap(({ addresses }, index) => (addresses ? setOf(index, addresses) : [])),
    ...chainOf('prerouting', drops, { link: 'iifname', address: 'daddr' }),
    ...chainOf('postrouting', drops, { link: 'oifname', address: 'saddr' }),
    '}',
  ].join('\n');
}

/** Which packets are dropped: a share of all, in percent, or what exceeds the rate of a connection. */
type Excess = { percent: number } | { bytesPerSecond: number };

type Drop = Excess & {
  /** Addresses of the affected servers; all if omitted. */
  addresses?: string[];
  /** The only packets affected, in the words of nftables; all if omitted. */
  only?: string;
};

function dropsOf(world: WorldDescription): Drop[] {
  const drops: Drop[] = [];
  for (const { action, targets } of world.addressRules ?? []) {
    if (typeof action !== 'object') continue;
    const addresses = expandTargets(targets, world).filter((one) => !one.includes(':'));
    drops.push(
      'lossyPercent' in action
        ? { percent: action.lossyPercent, addresses }
        : { bytesPerSecond: action.policedBytesPerSecond, addresses },
    );
  }
  if (world.http3 || world.http3InDns) drops.push({ percent: 100, only: 'udp dport 443' });
  if (world.lossPercent) drops.push({ percent: world.lossPercent });
  return drops;
}

function setOf(index: number, addresses: readonly string[]): string[] {
  const elements = addresses.join(', ');
  return [
    `set affected${index} {`,
    'type ipv4_addr; flags interval; auto-merge',
    `elements = { ${elements} }`,
    '}',
  ];
}

interface Direction {
  link: string;
  address: string;
}

function chainOf(
  hook: 'prerouting' | 'postrouting',
  drops: readonly Drop[],
  direction: Direction,
): string[] {
  const chain = drops.map((drop, index) => ({ drop, flows: `${hook}${index}`, index }));
  return [
    ...chain.flatMap(({ drop, flows }) => ('bytesPerSecond' in drop ? flowsOf(flows) : [])),
    `chain ${hook} {`,
    `type filter hook ${hook} priority 0`,
    ...chain.map(({ drop, flows, index }) => {
      const { link, address } = direction;
      const there = drop.addresses ? `ip ${address} @affected${index}` : '';
      const parts = [link, '"browser0"', there, drop.only ?? '', excessOf(drop, flows), 'drop'];
      return parts.join(' ');
    }),
    '}',
  ];
}

const connection = 'ip saddr . tcp sport . ip daddr . tcp dport';

/** The connections that are policed in one direction. */
function flowsOf(name: string): string[] {
  return [`set ${name} {`, `typeof ${connection}`, 'flags dynamic; timeout 2m', '}'];
}

function excessOf(excess: Excess, flows: string): string {
  // nftables takes no condition that is always met.
  if ('percent' in excess && excess.percent === 100) return '';
  if ('percent' in excess) return `numgen random mod 10000 < ${Math.round(excess.percent * 100)}`;
  const limit = `limit rate over ${excess.bytesPerSecond} bytes/second burst ${burstBytes} bytes`;
  return `update @${flows} { ${connection} ${limit} }`;
}
