import type { WorldDescription } from '../world/description.ts';
import { expandTargets } from './addresses.ts';

const table = 'ip dozvon';

/** The nftables script that applies a world's packet loss and removes that of any other. */
export function packetFilterOf(world: WorldDescription): string {
  const losses = lossesOf(world);
  // Declared first, so that the deletion cannot fail.
  const reset = [`table ${table}`, `delete table ${table}`];
  if (losses.length === 0) return reset.join('\n');
  return [
    ...reset,
    `table ${table} {`,
    ...losses.flatMap(({ addresses }, index) => (addresses ? setOf(index, addresses) : [])),
    ...chainOf('prerouting', losses, { link: 'iifname', address: 'daddr' }),
    ...chainOf('postrouting', losses, { link: 'oifname', address: 'saddr' }),
    '}',
  ].join('\n');
}

interface Loss {
  percent: number;
  /** Addresses of the affected servers; all if omitted. */
  addresses?: string[];
}

function lossesOf(world: WorldDescription): Loss[] {
  const losses: Loss[] = [];
  for (const { action, targets } of world.addressRules ?? []) {
    if (typeof action !== 'object') continue;
    losses.push({
      percent: action.lossyPercent,
      addresses: expandTargets(targets, world).filter((one) => !one.includes(':')),
    });
  }
  if (world.lossPercent) losses.push({ percent: world.lossPercent });
  return losses;
}

function setOf(index: number, addresses: readonly string[]): string[] {
  const elements = addresses.join(', ');
  return [
    `set lossy${index} {`,
    'type ipv4_addr; flags interval; auto-merge',
    `elements = { ${elements} }`,
    '}',
  ];
}

function chainOf(
  hook: 'prerouting' | 'postrouting',
  losses: readonly Loss[],
  { link, address }: { link: string; address: string },
): string[] {
  return [
    `chain ${hook} {`,
    `type filter hook ${hook} priority 0`,
    ...losses.map(({ percent, addresses }, index) => {
      const those = addresses ? `ip ${address} @lossy${index} ` : '';
      return `${link} "browser0" ${those}numgen random mod 10000 < ${Math.round(percent * 100)} drop`;
    }),
    '}',
  ];
}
