import type { Attempt } from './attempt.ts';
import type { Round } from './round.ts';

/** The same round with every attempt changed: those on targets, on controls and on bare addresses. */
export function mapAttempts(round: Round, change: (attempt: Attempt) => Attempt): Round {
  const changed = <Of extends { attempts: Attempt[] }>(one: Of): Of => ({
    ...one,
    attempts: one.attempts.map(change),
  });
  const { circumstances } = round;
  return {
    ...round,
    services: round.services.map((service) => ({
      ...service,
      targets: service.targets.map(changed),
    })),
    circumstances: {
      ...circumstances,
      controls: circumstances.controls.map(changed),
      addressProbes: circumstances.addressProbes.map(changed),
    },
  };
}
