import type { Target } from './schema.ts';

/** The host of a target's first URL: a name or an address. */
export function hostOf(target: Target): string {
  return new URL(target.urls[0] ?? '').hostname;
}
