import { readdirSync, readFileSync } from 'node:fs';

/**
 * Bytes of memory that the processes take which this one has started, and theirs; what they share is counted once
 * for each. Null where the system does not tell: outside Linux.
 */
export function memoryOfChildren(): number | null {
  if (process.platform !== 'linux') return null;
  const processes = readdirSync('/proc').flatMap((entry) => readProcess(entry) ?? []);
  const family = new Set([process.pid]);
  let bytes = 0;
  // A parent may have a higher number than its child, as numbers begin anew.
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { pid, parent, resident } of processes) {
      if (family.has(pid) || !family.has(parent)) continue;
      family.add(pid);
      bytes += resident;
    }
  }
  return bytes;
}

interface Process {
  pid: number;
  parent: number;
  /** Bytes. */
  resident: number;
}

function readProcess(entry: string): Process | null {
  if (!/^\d+$/.test(entry)) return null;
  try {
    const status = readFileSync(`/proc/${entry}/status`, 'utf8');
    const field = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
    // A process that has ended, and was not waited for, has no memory.
    const kilobytes = field('VmRSS');
    const resident = Number.isNaN(kilobytes) ? 0 : kilobytes * 1024;
    return { pid: Number(entry), parent: field('PPid'), resident };
  } catch {
    // It ended in the meantime.
    return null;
  }
}
