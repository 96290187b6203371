import { mkdirSync, writeFileSync } from 'node:fs';
import type { WorldDescription } from '../world/description.ts';
import { batch, inside } from './ip-command.ts';
import { ipv6Resolver, systemResolvers } from './known-names.ts';

/** Where `ip netns` looks for files that a namespace has of its own. */
export const configurationRoot = '/etc/netns';

const ipv4Line = { near: '10.53.0.2', far: '10.53.0.1' };
/** In a public range, as browsers prefer IPv4 to private IPv6. */
export const ipv6Line = { near: '2a00:53::2', far: '2a00:53::1' };

type Family = WorldDescription['family'];

/** Gives the browser's line the kinds of addresses that a world has, and the resolver that fits. */
export function setFamily(
  { browser }: { browser: string },
  family: { old: Family; new: Family },
): void {
  const [had, has] = [family.old, family.new].map((one) => one === undefined || one === 'dual');
  switchIpv6(browser, family.new === undefined ? 'off' : 'on');
  batch(browser, [
    ...(had && !has ? [`addr del ${ipv4Line.near}/24 dev eth0`] : []),
    ...(has && !had
      ? [`addr add ${ipv4Line.near}/24 dev eth0`, `route add default via ${ipv4Line.far}`]
      : []),
    ...(family.new === undefined
      ? []
      : [
          `addr replace ${ipv6Line.near}/64 dev eth0 nodad`,
          `route replace default via ${ipv6Line.far}`,
        ]),
  ]);
  configureResolver(browser, has ? (systemResolvers[0] ?? '') : ipv6Resolver);
}

/** Lets a namespace have IPv6 addresses, or takes them from it. */
export function switchIpv6(name: string, to: 'on' | 'off'): void {
  const value = to === 'on' ? 0 : 1;
  inside(name, ['sysctl', '-qw', '-e', `net.ipv6.conf.all.disable_ipv6=${value}`]);
}

/** Names the resolver of a namespace. */
export function configureResolver(name: string, resolver: string): void {
  const directory = `${configurationRoot}/${name}`;
  mkdirSync(directory, { recursive: true });
  writeFileSync(
    `${directory}/resolv.conf`,
    `nameserver ${resolver}\noptions timeout:2 attempts:2\n`,
  );
  // Otherwise systemd's or mDNS's modules may query the machine's own resolver, outside the lab.
  writeFileSync(`${directory}/nsswitch.conf`, 'hosts: files dns\n');
}
