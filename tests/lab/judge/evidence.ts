import { localRefusalOf } from '../../../lib/failure/local-refusal.ts';
import type { Attempt } from '../../../lib/model/attempt.ts';
import type { Mechanism } from '../../../lib/model/mechanism.ts';
import type { ServiceResult, TargetResult } from '../../../lib/model/service.ts';

const withoutArtefact = 3;

/** Fewer than three failures suffice if each is an artefact or half of a pair. */
const byArtefact: { needed: number; is: (mechanism: Mechanism, attempt: Attempt) => boolean }[] = [
  {
    needed: 1,
    is: (mechanism, { httpStatus }) => mechanism === 'http.error' && httpStatus === 451,
  },
  { needed: 1, is: (mechanism) => ['http.blockpage', 'http.redirect'].includes(mechanism) },
  { needed: 2, is: (mechanism) => mechanism.startsWith('dns.') || mechanism === 'tls.mitm' },
  {
    needed: 2,
    is: (mechanism, { freezeAtBytes }) =>
      mechanism.includes('.throttle.') && freezeAtBytes !== null,
  },
];

/** A service may be called blocked only if one of its targets contains the proof. */
export function complaintOfEvidence({ id, roundState, targets }: ServiceResult): string[] {
  if (roundState !== 'blocked' && roundState !== 'likely_blocked') return [];
  const alike = targets.filter(({ state }) => state === roundState);
  if (alike.some((target) => isProven(target) || isRefusedHere(target))) return [];
  const found = alike.map((target) => `${target.id} with ${failuresOf(target).length}`);
  return [
    `${id}: evidence: found ${found.join(', ') || 'no such target'}; allowed: a ${roundState} target with ${withoutArtefact} valid failures or an artefact`,
  ];
}

function isProven(target: TargetResult): boolean {
  const failures = failuresOf(target);
  if (failures.length >= withoutArtefact) return true;
  return byArtefact.some(({ needed, is }) =>
    target.mechanisms.some(
      (mechanism) => failures.filter((attempt) => is(mechanism, attempt)).length >= needed,
    ),
  );
}

/** By the browser or its proxy, each time: such attempts are no evidence of the network. */
function isRefusedHere({ attempts }: TargetResult): boolean {
  const codes = attempts.map(({ browserError, totalMs }) => localRefusalOf(browserError, totalMs));
  return codes.length >= withoutArtefact && codes.every((code) => code !== null);
}

function failuresOf({ attempts }: TargetResult): Attempt[] {
  return attempts.filter(({ ok, valid }) => valid && !ok);
}
