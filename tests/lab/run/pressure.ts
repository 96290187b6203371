import { existsSync, readFileSync } from 'node:fs';

const file = '/proc/pressure/cpu';

/** Starts a measurement. The function returned gives the share of time in which a task waited for a CPU. */
export function watchPressure(): () => number | null {
  const begun = { waitedMs: readWaitedMs(), at: performance.now() };
  return () => {
    const waitedMs = readWaitedMs();
    if (waitedMs === null || begun.waitedMs === null) return null;
    return (waitedMs - begun.waitedMs) / (performance.now() - begun.at);
  };
}

/** Null if the kernel does not count it. */
function readWaitedMs(): number | null {
  if (!existsSync(file)) return null;
  const microseconds = /^some .*total=(\d+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
  return microseconds === undefined ? null : Number(microseconds) / 1000;
}
