import { tunnelAddresses } from '../network/address-translation.ts';
import type { TunnelKey } from './keys.ts';

const port = 1194;

export interface TunnelEnds {
  near: TunnelKey;
  far: TunnelKey;
  /** Public address of the far end. */
  address: string;
  /** Addresses and CIDR ranges routed through it; everything if undefined. */
  carries: string[] | undefined;
}

/** OpenVPN's configuration of the end on the browser's computer. OpenVPN sets the routes. */
export function nearConfiguration({ near, far, address, carries }: TunnelEnds): string {
  return [
    'tls-client',
    `remote ${address} ${port}`,
    'nobind',
    `ifconfig ${tunnelAddresses.near} ${tunnelAddresses.far}`,
    ...(carries === undefined ? ['redirect-gateway def1'] : carries.map(routeTo)),
    ...shared(near, far),
  ].join('\n');
}

/** OpenVPN's configuration of the exit. */
export function farConfiguration({ near, far, address }: TunnelEnds): string {
  return [
    'tls-server',
    'dh none',
    `local ${address}`,
    `lport ${port}`,
    `ifconfig ${tunnelAddresses.far} ${tunnelAddresses.near}`,
    ...shared(far, near),
  ].join('\n');
}

function shared(own: TunnelKey, other: TunnelKey): string[] {
  return [
    'dev tun',
    'proto udp4',
    // With data channel offload the tunnel would live in the kernel and outlive the lab's processes.
    'disable-dco',
    'auth-nocache',
    'verb 3',
    `<cert>\n${own.cert}\n</cert>`,
    `<key>\n${own.key}\n</key>`,
    `<peer-fingerprint>\n${other.fingerprint}\n</peer-fingerprint>`,
  ];
}

function routeTo(target: string): string {
  const [network = '', bits = '32'] = target.split('/');
  const mask = (0xffffffff << (32 - Number(bits))) >>> 0;
  const octets = [24, 16, 8, 0].map((shift) => (mask >>> shift) & 255);
  return `route ${network} ${octets.join('.')}`;
}
