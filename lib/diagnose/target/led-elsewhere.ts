import { hostOf } from '../../catalog/host-of.ts';
import { isHandshake } from '../../catalog/target-kinds.ts';
import type { Attempt } from '../../model/attempt.ts';
import { addressKindOf, hasPrivateAddress } from '../../observe/address-kind.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import type { ServiceEvidence } from '../evidence/round-evidence.ts';
import { isPlainHttpCheck } from './plain.ts';

type Seen = Pick<ServiceEvidence, 'service' | 'attempts'>;

/**
 * The names that lead, or may lead, to a server that has taken their servers' place: what fails there is no pair with
 * their addresses, which other resolvers tell. No browser tells where a failed handshake led, but an answer without TLS to
 * another name of the service does. Where that server cuts off handshakes, it may be what cuts off other services'.
 */
export function namesLedElsewhere(services: readonly Seen[]): Set<string> {
  const led = services.filter(isLedElsewhere);
  const others = led.some(isCutOff) ? services.filter(isCutOff) : [];
  return new Set([...led, ...others].flatMap(({ service }) => service.targets.map(hostOf)));
}

function isLedElsewhere({ service, attempts }: Seen): boolean {
  const plain = service.targets.filter(isPlainHttpCheck);
  return plain.some(({ id }) => attempts.get(id)?.some(isOfNoServer));
}

/** Whether an answer came from an address of no public name, or from a known stub. */
function isOfNoServer(attempt: Attempt): boolean {
  if (attempt.httpStatus === null) return false;
  return hasPrivateAddress(attempt) || addressKindOf(attempt)?.startsWith('stub-') === true;
}

function isCutOff({ service, attempts }: Seen): boolean {
  const handshakes = service.targets.filter(isHandshake);
  return handshakes.some(({ id }) =>
    attempts.get(id)?.some((one) => evidenceOf(one) === 'cut-off'),
  );
}
