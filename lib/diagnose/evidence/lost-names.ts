import type { Attempt } from '../../model/attempt.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import type { ServiceEvidence } from './round-evidence.ts';

/** Where the resolver may have lost all names, the failure of one is no evidence. */
export function withoutLostNames(one: ServiceEvidence): ServiceEvidence {
  const attempts = [...one.attempts].map(([id, each]) => [id, each.map(withoutLostName)] as const);
  return { ...one, attempts: new Map(attempts) };
}

export function withoutLostName(attempt: Attempt): Attempt {
  return evidenceOf(attempt) === 'name-fails' ? { ...attempt, valid: false } : attempt;
}
