import { isProxyFailure } from '../../failure/proxy-failure.ts';
import type { Attempt } from '../../model/attempt.ts';
import { addressKindOf, sharedKind } from '../../observe/address-kind.ts';
import { type Evidence, evidenceOf } from '../../observe/evidence.ts';
import type { RoundEvidence, ServiceEvidence } from './round-evidence.ts';

/**
 * Whether anything may have been answered through a proxy that is set in the browser: at an address that is not the server's
 * own, or at one for several operators. A content network's answers may share one, too.
 */
export function answersThroughProxy({
  controls,
  services,
}: Pick<RoundEvidence, 'controls' | 'services'>): boolean {
  const answers = [
    ...controls.flatMap(({ id, operator = id, attempts }) => answersOf(operator, attempts)),
    ...services.flatMap(({ service, attempts }) =>
      answersOf(service.operator, [...attempts.values()].flat()),
    ),
  ];
  return answers.some(
    ({ owner, attempt }) =>
      isNotServers(addressKindOf(attempt)) ||
      answers.some((other) => other.owner !== owner && isAtSame(other.attempt, attempt)),
  );
}

function answersOf(owner: string, attempts: readonly Attempt[]) {
  return attempts
    .filter(({ httpStatus }) => httpStatus !== null)
    .map((attempt) => ({ owner, attempt }));
}

/** In a record `shared` does not tell with whom: it may be a service, where only controls are asked about. */
function isNotServers(kind: string | null): boolean {
  return kind !== null && kind !== sharedKind;
}

function isAtSame(one: Attempt, other: Attempt): boolean {
  if (one.remoteIp !== null) return one.remoteIp === other.remoteIp;
  return one.remoteIpKind === sharedKind && other.remoteIpKind === sharedKind;
}

/** Whether an attempt was left to a proxy. */
export function isLeftToProxy(attempt: Attempt): boolean {
  return addressKindOf(attempt) === 'proxy';
}

/** Whether an attempt went to a proxy, or none could be reached, for all that the browser tells. */
export function concernsProxy(attempt: Attempt): boolean {
  return isLeftToProxy(attempt) || isProxyFailure(attempt.browserError);
}

/** What a proxy may have done itself. */
const endings: readonly Evidence[] = [
  'timeout',
  'connect-timeout',
  'handshake-timeout',
  'cut-off',
  'broken-off',
  'hang-up',
  'handshake-fails',
  'refused',
  'unreachable',
];

/** What fails through a proxy through which nothing is answered fails by it: that is no evidence against the network. */
export function withoutFailuresOfProxy(one: ServiceEvidence): ServiceEvidence {
  const attempts = [...one.attempts].map(
    ([id, each]) => [id, each.map(withoutFailureOfProxy)] as const,
  );
  return { ...one, attempts: new Map(attempts) };
}

export function withoutFailureOfProxy(attempt: Attempt): Attempt {
  const fails = endings.includes(evidenceOf(attempt)) && isLeftToProxy(attempt);
  return fails ? { ...attempt, valid: false } : attempt;
}
