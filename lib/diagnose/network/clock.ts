import type { ControlEvidence } from '../evidence/control-evidence.ts';
import type { NetworkVerdict } from './network-verdict.ts';

const operatorsNeeded = 2;

/**
 * Whether this computer's clock is off by more than a day: two operators say so, in the same direction, and more
 * than say otherwise. Only genuine answers count: a portal's own clock may be wrong.
 */
export function isClockWrong(controls: readonly ControlEvidence[]): boolean {
  const told = controls.flatMap(({ id, operator = id, attempts }) =>
    attempts.flatMap(({ ok, valid, clockAheadDays }) =>
      ok && valid && typeof clockAheadDays === 'number' ? { operator, days: clockAheadDays } : [],
    ),
  );
  const operatorsWho = (says: (days: number) => boolean) =>
    new Set(told.filter(({ days }) => says(days)).map(({ operator }) => operator)).size;
  const right = operatorsWho((days) => days === 0);
  const wrong = Math.max(
    operatorsWho((days) => days > 0),
    operatorsWho((days) => days < 0),
  );
  return wrong >= operatorsNeeded && wrong > right;
}

/** Names a wrong clock, which troubles certificates alone: everything else was seen as on any network. */
export function withClock(
  network: NetworkVerdict,
  controls: readonly ControlEvidence[],
): NetworkVerdict {
  const mayBeClock = network.state === 'normal' || network.trouble === 'certificates';
  if (!mayBeClock || !isClockWrong(controls)) return network;
  return { state: 'degraded', confidence: 'high', trouble: 'clock' };
}
