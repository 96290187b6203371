import type { Decoded } from '../helpers/otlp-stub/decode.ts';
import type { Fault } from '../helpers/otlp-stub/fault.ts';
import { isNeverTaken, momentOf } from './probe.ts';

type Random = () => number;

/** What goes wrong with which share of requests. */
const shares: readonly [share: number, fault: (random: Random) => Fault][] = [
  [0.02, (random) => ({ kind: 'partial', rejects: 1 + Math.floor(random() * 5) })],
  [0.02, (random) => throttled(429, random)],
  [0.01, (random) => throttled(503, random)],
  [0.01, () => ({ kind: 'status', status: 503 })],
  [0.005, () => ({ kind: 'status', status: 401 })],
  [0.01, (random) => ({ kind: 'slow', stored: random() < 0.5 })],
  [0.02, (random) => ({ kind: 'cut', stored: random() < 0.5 })],
  [0.005, () => ({ kind: 'portal' })],
];

function throttled(status: number, random: Random): Fault {
  return { kind: 'status', status, retryAfter: String(Math.floor(random() * 3600)) };
}

/** From when to when an endpoint answers nothing but 503; milliseconds since 1970. */
interface Outage {
  from: number;
  to: number;
}

/** A seventh of the time at most. */
export function someOutage(steps: number, random: Random): Outage {
  const from = Math.floor(random() * steps);
  return { from: momentOf(from), to: momentOf(from + (random() * steps) / 7) };
}

/** What goes wrong with a request; null: nothing. */
export function nextFault(
  decoded: Decoded,
  { now, outage, random }: { now: number; outage: Outage; random: Random },
): Fault | null {
  if (now >= outage.from && now < outage.to) return { kind: 'status', status: 503 };
  const lasting = lastingFault(decoded);
  if (lasting !== null) return lasting;
  let left = random();
  for (const [share, fault] of shares) {
    left -= share;
    if (left < 0) return fault(random);
  }
  return null;
}

/** What never ends. Data points name no round, so those of all are taken. */
export function lastingFault({ records }: Decoded): Fault | null {
  return records.some(({ attributes }) => isNeverTaken(String(attributes.round_id)))
    ? { kind: 'status', status: 400 }
    : null;
}
