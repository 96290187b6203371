import type { Target } from './schema.ts';

const hosts = new WeakMap<Target, string>();

/** The host of a target's first URL: a name or an address. */
export function hostOf(target: Target): string {
  const known = hosts.get(target);
  if (known !== undefined) return known;
  const { hostname } = new URL(target.urls[0] ?? '');
  hosts.set(target, hostname);
  return hostname;
}
