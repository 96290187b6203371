import { hostOf } from '../../catalog/host-of.ts';
import type { Target } from '../../catalog/schema.ts';
import { isHandshake } from '../../catalog/target-kinds.ts';
import type { AddressProbe } from '../../model/resolution.ts';
import { recordablePart } from '../../observe/http.ts';
import { judgeAddress } from '../../observe/judge.ts';
import { isPublicAddress } from '../../observe/names.ts';
import type { OpenRound } from '../phases.ts';
import { logOfAddress } from '../round-log.ts';
import type { NameComparison } from './resolve-names.ts';

/** Pairs a name that fails with its address alone, where the browser permits it. */
export interface AddressPairs {
  /** Each name once a round. */
  pair(target: Target): Promise<void>;
}

/** The first resolvers' answer usually has one; a second may work where the first is down. */
const addressesAsked = 2;
/** Reserved for documentation (RFC 5737). */
const documentationAddress = '192.0.2.1';

export function createAddressPairs(round: OpenRound, names: NameComparison): AddressPairs {
  const paired = new Map<string, Promise<void>>();
  return {
    async pair(target) {
      if (!isHandshake(target)) return;
      const name = hostOf(target);
      const running = paired.get(name) ?? pairOnce(round, name, names);
      paired.set(name, running);
      await running;
    },
  };
}

async function pairOnce(round: OpenRound, name: string, names: NameComparison): Promise<void> {
  const { asker, log } = round;
  // A permission for this address is one for all addresses; without it there is no use in resolving.
  if (!(await asker.isPermitted(urlOf(documentationAddress)))) return;
  await names.compare(name);
  for (const address of addressesOf(round, name)) {
    if (isAnswered(log.record.addressProbes, name)) return;
    await probeAddress(round, name, address);
  }
}

function addressesOf({ log }: OpenRound, name: string): string[] {
  const trusted = log.record.resolutions.filter((one) => one.name === name && !one.national);
  const addresses = trusted.flatMap((one) => one.addresses).filter(isPublicAddress);
  return [...new Set(addresses)].slice(0, addressesAsked);
}

function isAnswered(probes: readonly AddressProbe[], name: string): boolean {
  return probes.some((one) => one.name === name && one.attempts.some((attempt) => attempt.ok));
}

async function probeAddress(round: OpenRound, name: string, address: string): Promise<void> {
  const { asker, log, opening } = round;
  await asker.attempt(logOfAddress(log, { name, address }), async () => {
    const url = urlOf(address);
    const seen = await asker.ask({ purpose: 'pair', url, timeoutMs: opening.timeouts.target });
    return { ...recordablePart(seen), remoteIp: address, ok: judgeAddress(seen) };
  });
}

function urlOf(address: string): string {
  return `https://${address}/`;
}
