import type { LogEntry } from '../world/description.ts';
import { greetingsIn } from './traffic.ts';

/** From the end of one request to the next to the same name, in milliseconds; more from start to start. */
const restMs = 1000;

/** Complaints about handshakes with one server name that follow too soon on each other. */
export function judgeHandshakes(log: readonly LogEntry[]): string[] {
  const times = new Map<string, number[]>();
  for (const { name, time } of greetingsIn(log)) {
    if (name !== undefined) times.set(name, [...(times.get(name) ?? []), time]);
  }
  return [...times].flatMap(([name, all]) => {
    const shortest = Math.min(...intervalsOf(all));
    if (shortest >= restMs) return [];
    return [`handshakes with ${name}: found ${shortest} ms apart; allowed: ${restMs} ms or more`];
  });
}

/** Milliseconds between neighbours. */
export function intervalsOf(times: readonly number[]): number[] {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted.slice(1).map((time, index) => time - (sorted[index] ?? 0));
}
