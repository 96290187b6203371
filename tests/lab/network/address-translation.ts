import { household } from '../tunnel/household.ts';

/** The addresses of the two ends inside the tunnel. */
export const tunnelAddresses = { near: '10.56.0.2', far: '10.56.0.1' };

/** An nftables script that acts as a home router: servers see the household's address. */
export const householdTranslation = [
  'table ip household {',
  'chain input {',
  'type nat hook input priority 100',
  `iifname "browser0" snat to ${household.address}`,
  '}',
  'chain postrouting {',
  'type nat hook postrouting priority 100',
  `iifname "browser0" oifname "exit0" snat to ${household.address}`,
  '}',
  '}',
].join('\n');

/**
 * An nftables script for the tunnel's far end: servers see its public address. Packets from another
 * source than the near end belong to a connection opened before the tunnel.
 */
export function translationAtExit(address: string): string {
  return [
    'table ip dozvon',
    'delete table ip dozvon',
    'table ip dozvon {',
    'chain forward {',
    'type filter hook forward priority 0',
    `iifname "tun*" ip saddr != ${tunnelAddresses.near} drop`,
    '}',
    'chain postrouting {',
    'type nat hook postrouting priority 100',
    `oifname "eth0" ip saddr ${tunnelAddresses.near} snat to ${address}`,
    '}',
    '}',
  ].join('\n');
}
