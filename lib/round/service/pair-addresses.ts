import { hostOf } from '../../catalog/host-of.ts';
import type { Target } from '../../catalog/schema.ts';
import { isHandshake } from '../../catalog/target-kinds.ts';
import { isLeftToProxy } from '../../diagnose/evidence/own-proxy.ts';
import { handshakesNeeded } from '../../diagnose/target/pairs.ts';
import type { AddressProbe } from '../../model/resolution.ts';
import { type Families, isIpv6, reachableForm } from '../../observe/families.ts';
import { recordablePart } from '../../observe/http.ts';
import { judgeAddress } from '../../observe/judge.ts';
import { isPublicAddress } from '../../observe/names.ts';
import { familiesOfRound } from '../families.ts';
import { attemptsOf, isLate, type OpenRound } from '../phases.ts';
import type { ProxyLook } from '../proxy-look.ts';
import { logOfAddress } from '../round-log.ts';
import type { NameComparison } from './resolve-names.ts';

/** Pairs a name that fails with its address alone, where the browser permits it and did not leave the name to a proxy. */
export interface AddressPairs {
  /** Each name once a round. */
  pair(target: Target): Promise<void>;
}

interface Looks {
  names: NameComparison;
  proxies: ProxyLook;
}

/** No browser says which of them the name led to, and one may be an edge out of order; they must agree. */
const addressesAsked = 4;
const silentAsked = 2;
/** Reserved for documentation (RFC 5737). */
const documentationAddress = '192.0.2.1';

export function createAddressPairs(round: OpenRound, looks: Looks): AddressPairs {
  const paired = new Map<string, Promise<void>>();
  return {
    async pair(target) {
      if (!isHandshake(target) || attemptsOf(round, target).some(isLeftToProxy)) return;
      const name = hostOf(target);
      const running = paired.get(name) ?? pairOnce(round, name, looks);
      paired.set(name, running);
      await running;
    },
  };
}

async function pairOnce(round: OpenRound, name: string, { names, proxies }: Looks): Promise<void> {
  const { asker, log } = round;
  // A permission for this address is one for all addresses; without it there is no use in resolving.
  if (!(await asker.isPermitted(urlOf(documentationAddress)))) return;
  await proxies.look(name);
  if (log.record.proxied.has(name)) return;
  await names.compare(name);
  const addresses = addressesOf(round, name);
  const completed = () =>
    addresses.filter((one) => isCompleted(log.record.addressProbes, name, one));
  for (const [index, address] of addresses.entries()) {
    // Further addresses are asked to find one that behaves differently, not to find one that answers.
    if (index >= silentAsked && completed().length === 0) break;
    await probeAddress(round, name, address);
  }
  const completing = completed();
  // One toss proves nothing: those that complete a handshake do it again, in turn.
  for (
    let turn = 0;
    completing.length > 0 && handshakesWith(round, name) < handshakesNeeded;
    turn += 1
  ) {
    if (turn === handshakesNeeded || isLate(round)) return;
    await probeAddress(round, name, completing[turn % completing.length] ?? '');
  }
}

function handshakesWith({ log }: OpenRound, name: string): number {
  const probes = log.record.addressProbes.filter((one) => one.name === name);
  return probes.flatMap(({ attempts }) => attempts.filter(({ ok }) => ok)).length;
}

function addressesOf(round: OpenRound, name: string): string[] {
  const trusted = round.log.record.resolutions.filter((one) => one.name === name && !one.national);
  const addresses = trusted.flatMap((one) => one.addresses).filter(isPublicAddress);
  return inTurn([...new Set(addresses)], familiesOfRound(round)).slice(0, addressesAsked);
}

/**
 * As the line reaches them, the families in turn: no browser says in which one a handshake failed. IPv6 comes first,
 * as browsers prefer it.
 */
function inTurn(addresses: readonly string[], families: Families): string[] {
  const reachable = addresses.flatMap((one) => reachableForm(one, families) ?? []);
  const ipv6 = reachable.filter(isIpv6);
  const ipv4 = reachable.filter((one) => !isIpv6(one));
  return reachable.flatMap((_, index) => [ipv6[index] ?? [], ipv4[index] ?? []].flat());
}

function isCompleted(probes: readonly AddressProbe[], name: string, address: string): boolean {
  const own = probes.filter((one) => one.name === name && one.address === address);
  return own.some(({ attempts }) => attempts.some(({ ok }) => ok));
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
  return isIpv6(address) ? `https://[${address}]/` : `https://${address}/`;
}
