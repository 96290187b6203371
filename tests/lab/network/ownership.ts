import { existsSync } from 'node:fs';

const prefix = 'dozvon';

/** The name of a system resource that belongs to the `index`-th lab of this process. */
export function ownedName(index: number, part: string): string {
  return `${prefix}-${process.pid}-${index}-${part}`;
}

/** Whether a name belongs to a lab whose process is dead. */
export function isOrphan(name: string): boolean {
  const pid = new RegExp(`^${prefix}-(\\d+)-`).exec(name)?.[1];
  return pid !== undefined && !existsSync(`/proc/${pid}`);
}
