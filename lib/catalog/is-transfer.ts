import type { Target } from './schema.ts';

/** Whether a target is there for what it carries, and not for an answer. */
export function isTransfer(target: Target): boolean {
  return target.kind === 'download' || target.kind === 'upload';
}
