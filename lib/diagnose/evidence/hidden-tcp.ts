import { isHandshake } from '../../catalog/target-kinds.ts';
import { hidesTcp } from '../../failure/http3.ts';
import type { Attempt } from '../../model/attempt.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import type { ServiceEvidence } from './round-evidence.ts';

/** So long Chromium waits for HTTP/3 before it tells that both ways failed (4.0 to 4.2 s in Chromium 156), in milliseconds. */
const http3Ms = 4_500;

/**
 * A service as its attempts show it where HTTP/3 failed at one of its hosts: what was given up sooner than that shows is no
 * silence, as TCP may have failed at once.
 */
export function withHiddenTcp<Seen extends ServiceEvidence>(one: Seen): Seen {
  const all = [...one.attempts.values()].flat();
  if (!all.some(({ browserError }) => hidesTcp(browserError))) return one;
  const handshakes = new Set(one.service.targets.filter(isHandshake).map(({ id }) => id));
  const attempts = [...one.attempts].map(
    ([id, each]) => [id, handshakes.has(id) ? each.map(withoutSilence) : each] as const,
  );
  return { ...one, attempts: new Map(attempts) };
}

function withoutSilence(attempt: Attempt): Attempt {
  const isBrief = evidenceOf(attempt) === 'timeout' && (attempt.totalMs ?? 0) < http3Ms;
  return isBrief ? { ...attempt, failure: 'unknown_failure' } : attempt;
}
