import { existsSync } from 'node:fs';

const prefix = 'dozvon';

/** The name of a thing outside this process that belongs to its `index`-th lab. */
export function ownedName(index: number, part: string): string {
  return `${prefix}-${process.pid}-${index}-${part}`;
}

/** Whether a name is that of a lab whose process is dead. */
export function isOrphan(name: string): boolean {
  const pid = new RegExp(`^${prefix}-(\\d+)-`).exec(name)?.[1];
  return pid !== undefined && !existsSync(`/proc/${pid}`);
}
