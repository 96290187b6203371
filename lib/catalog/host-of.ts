import type { Target } from './schema.ts';

/** The name or address of the host that a target asks. */
export function hostOf(target: Target): string {
  return new URL(target.urls[0] ?? '').hostname;
}
