import { hostOf } from '../../catalog/host-of.ts';
import type { Target } from '../../catalog/schema.ts';
import { isHandshake } from '../../catalog/target-kinds.ts';
import type { AddressProbe } from '../../model/resolution.ts';
import { withoutPage } from '../../observe/http.ts';
import { judgeAddress } from '../../observe/judge.ts';
import { isPublicAddress } from '../../observe/names.ts';
import { note, type RoundContext } from '../context.ts';
import type { NameComparison } from './resolve-names.ts';

/** Pairs a name that fails with its address alone, where the browser permits it. */
export interface AddressPairs {
  /** Each name once a round. */
  pair(target: Target): Promise<void>;
}

/** The answer of the first resolvers usually has one; a second may live where the first is down. */
const addressesAsked = 2;
const priority = 1;
/** Reserved for documentation (RFC 5737). */
const nobodysAddress = '192.0.2.1';

export function createAddressPairs(context: RoundContext, names: NameComparison): AddressPairs {
  const paired = new Map<string, Promise<void>>();
  return {
    async pair(target) {
      if (!isHandshake(target)) return;
      const name = hostOf(target);
      const running = paired.get(name) ?? pairOnce(context, name, names);
      paired.set(name, running);
      await running;
    },
  };
}

async function pairOnce(context: RoundContext, name: string, names: NameComparison): Promise<void> {
  // Whoever may reach an address that is nobody's may reach them all; else there is nothing to ask for.
  if (!(await context.tools.isPermitted(urlOf(nobodysAddress)))) return;
  await names.compare(name);
  for (const address of addressesOf(context, name)) {
    if (isAnswered(context.record.addressProbes, name)) return;
    await probeAddress(context, name, address);
  }
}

function addressesOf(context: RoundContext, name: string): string[] {
  const trusted = context.resolutions.filter((one) => one.name === name && !one.national);
  const addresses = trusted.flatMap((one) => one.addresses).filter(isPublicAddress);
  return [...new Set(addresses)].slice(0, addressesAsked);
}

function isAnswered(probes: readonly AddressProbe[], name: string): boolean {
  return probes.some((one) => one.name === name && one.attempts.some((attempt) => attempt.ok));
}

async function probeAddress(context: RoundContext, name: string, address: string): Promise<void> {
  const { limits, probe } = context.tools;
  const observation = await limits.run({ host: address, priority }, () =>
    probe({
      url: urlOf(address),
      method: 'HEAD',
      timeoutMs: context.timeouts.target,
      signal: context.signal,
    }),
  );
  const known = context.record.addressProbes.find(
    (one) => one.name === name && one.address === address,
  );
  const n = (known?.attempts.length ?? 0) + 1;
  const attempt = {
    n,
    ...withoutPage(observation),
    remoteIp: address,
    ok: judgeAddress(observation),
  };
  await note(context, { kind: 'address', name, address, attempt });
}

function urlOf(address: string): string {
  return `https://${address}/`;
}
