import ipaddr from 'ipaddr.js';
import { isControlAtHome } from '../../catalog/domestic.ts';
import { hostOf } from '../../catalog/host-of.ts';
import type { Target } from '../../catalog/schema.ts';
import { isHandshake } from '../../catalog/target-kinds.ts';
import { familiesOfRound } from '../families.ts';
import { controlAsker } from '../gate/controls.ts';
import type { OpenRound } from '../phases.ts';
import type { NameComparison } from './resolve-names.ts';

/** Whether a failure may be one of IPv4 and not of its service: on lines with both families most answers come over IPv6. */
export interface FamilyLook {
  /** Asks servers by IPv4 address, once a round, where nothing has answered over IPv4 so far. */
  look: () => Promise<void>;
  /** Has the addresses of a name known where nothing answers over IPv4: it may have no others. */
  compare: (target: Target) => Promise<void>;
}

export function createFamilyLook(round: OpenRound, names: NameComparison): FamilyLook {
  let looking: Promise<unknown> | undefined;
  const hasIpv4 = () => familiesOfRound(round).ipv4;
  return {
    async look() {
      if (hasIpv4()) return;
      looking ??= controlAsker(round, { control: round.opening.timeouts.target })(byAddress(round));
      await looking;
    },
    async compare(target) {
      if (isHandshake(target) && !hasIpv4()) await names.compare(hostOf(target));
    },
  };
}

function byAddress({ catalog, log }: OpenRound) {
  return catalog.controls.filter(
    (one) =>
      one.group === 'dns' &&
      ipaddr.IPv4.isValid(new URL(one.url).hostname) &&
      !isControlAtHome(one) &&
      !log.record.controls.has(one.id),
  );
}
