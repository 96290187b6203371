import ipaddr from 'ipaddr.js';
import { isControlAtHome } from '../../catalog/domestic.ts';
import { hostOf } from '../../catalog/host-of.ts';
import type { Target } from '../../catalog/schema.ts';
import { isHandshake } from '../../catalog/target-kinds.ts';
import { familiesOfRound } from '../families.ts';
import { controlAsker, isDue } from '../gate/controls.ts';
import type { OpenRound } from '../phases.ts';
import type { NameComparison } from './resolve-names.ts';

/**
 * Whether a failure may be one of IPv4 and not of its service: on lines with both families most answers come over IPv6.
 */
export interface FamilyLook {
  /**
   * Where nothing has answered over IPv4 so far, asks servers by IPv4 address, once a round. If they are silent, has the
   * addresses of the target's name known: it may have no others.
   */
  compare: (target: Target) => Promise<void>;
}

export function createFamilyLook(round: OpenRound, names: NameComparison): FamilyLook {
  let looking: Promise<unknown> | undefined;
  const hasIpv4 = () => familiesOfRound(round).ipv4;
  return {
    async compare(target) {
      // There they would be silent, too, and hold connections.
      if (hasIpv4() || round.opening.network.state === 'allowlist') return;
      looking ??= controlAsker(round, { control: round.opening.timeouts.aside })(byAddress(round));
      await looking;
      if (isHandshake(target) && !hasIpv4()) await names.compare(hostOf(target));
    },
  };
}

/** Those that the opening of the round has left out. */
function byAddress({ catalog, log }: OpenRound) {
  return catalog.controls.filter(
    (one) =>
      one.group === 'dns' &&
      (one.inReserve === true || !isDue(one, log.record.plan)) &&
      ipaddr.IPv4.isValid(new URL(one.url).hostname) &&
      !isControlAtHome(one) &&
      !log.record.controls.has(one.id),
  );
}
