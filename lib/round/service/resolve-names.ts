import type { Resolver } from '../../catalog/schema.ts';
import type { Resolution } from '../../model/resolution.ts';
import { mergeAnswers, readDohAnswer } from '../../observe/doh-answer.ts';
import { reachableForm } from '../../observe/families.ts';
import { isPublicAddress } from '../../observe/names.ts';
import { type AddressType, dohQuestion } from '../../probe/doh-question.ts';
import { familiesOfRound } from '../families.ts';
import type { OpenRound } from '../phases.ts';

/** Compares names that the system's resolver does not resolve with what other resolvers answer. */
export interface NameComparison {
  /** Asks trusted resolvers until two more know the name than not, or not than do, and the national one; each name once a round. */
  compare(name: string): Promise<void>;
  /** Asks the national resolvers alone. */
  askNational(name: string): Promise<void>;
}

const trustedNeeded = 2;

export function createNameComparison(round: OpenRound): NameComparison {
  const { asker, catalog, log, opening } = round;
  const { resolutions } = log.record;
  const asked = new Map<string, Promise<void>>();
  const seenSoFar = createSeen(resolutions);

  return {
    compare(name) {
      const running = asked.get(name) ?? compareOnce(name);
      asked.set(name, running);
      return running;
    },
    askNational,
  };

  async function compareOnce(name: string): Promise<void> {
    const trusted = catalog.resolvers.filter((one) => !one.national);
    const asksNational = isKnownNationally(resolutions, name) ? null : askNational(name);
    await Promise.all([askInTurn(name, trusted, trustedNeeded), asksNational]);
  }

  function askNational(name: string): Promise<void> {
    const national = catalog.resolvers.filter((one) => one.national);
    return whereHomeMayBeAsked(round, () => askInTurn(name, national, 1));
  }

  /** In a resumed round some may have answered before. No resolver waits for the journal of another. */
  async function askInTurn(name: string, resolvers: Resolver[], needed: number): Promise<void> {
    const ids = new Set(resolvers.map(({ id }) => id));
    const known = resolutions.filter(
      (one) => one.name === name && ids.has(one.resolver) && isUsable(one),
    );
    const noted: Promise<void>[] = [];
    let answers = known.reduce((sum, one) => sum + weightOf(one), 0);
    for (const resolver of resolvers.filter(
      ({ id }) => !known.some((one) => one.resolver === id),
    )) {
      if (Math.abs(answers) >= needed) break;
      const resolution = await askBothKinds(round, (type) => askFor(type, name, resolver));
      if (resolution === null) continue;
      noted.push(log.note({ kind: 'resolution', resolution }));
      if (isUsable(resolution)) answers += weightOf(resolution);
    }
    await Promise.all(noted);
  }

  function askFor(type: AddressType, name: string, resolver: Resolver): Promise<Resolution | null> {
    const question = {
      ...dohQuestion(name, resolver, type),
      purpose: 'resolution',
      timeoutMs: opening.timeouts.doh,
      reuses: () => seenSoFar.answering.has(resolver.id),
    } as const;
    return asker.askIfNeeded(
      question,
      () => !seenSoFar.useless.has(resolver.id),
      (seen) => seenSoFar.note(readDohAnswer(name, resolver, seen)),
    );
  }
}

/** What a round has seen of its resolvers. */
function createSeen(resolutions: readonly Resolution[]) {
  /** A connection to them is open. */
  const answering = new Set<string>();
  /** They are not asked again in the round; the next in turn is. */
  const useless = new Set<string>();
  const note = (resolution: Resolution): Resolution => {
    if (resolution.rcode !== null) answering.add(resolution.resolver);
    if (!isUsable(resolution)) useless.add(resolution.resolver);
    return resolution;
  };
  for (const resolution of resolutions) note(resolution);
  return { answering, useless, note };
}

/** IPv6 addresses too where the line uses them, or where there are no others. */
async function askBothKinds(
  round: OpenRound,
  ask: (type: AddressType) => Promise<Resolution | null>,
): Promise<Resolution | null> {
  const ipv4 = await ask('A');
  if (ipv4 === null || !isUsable(ipv4) || ipv4.rcode !== 'NOERROR') return ipv4;
  if (!familiesOfRound(round).ipv6 && ipv4.addresses.length > 0) return ipv4;
  const ipv6 = await ask('AAAA');
  return ipv6 === null ? ipv4 : marked(round, mergeAnswers(ipv4, ipv6));
}

/** An address of a family that the line does not have proves nothing against its resolver. */
function marked(round: OpenRound, resolution: Resolution): Resolution {
  const families = familiesOfRound(round);
  const { addresses } = resolution;
  const isBeyond = addresses.every((one) => reachableForm(one, families) === null);
  return addresses.length > 0 && isBeyond ? { ...resolution, unreachable: true } : resolution;
}

async function whereHomeMayBeAsked(
  { mayAskHome }: OpenRound,
  ask: () => Promise<void>,
): Promise<void> {
  if (mayAskHome === 'at once' || (await mayAskHome)) await ask();
}

/** A resolver that has no address casts doubt on one that has: it may only remember a name that is gone, or out of order. */
function weightOf({ addresses }: Resolution): number {
  return addresses.length > 0 ? 1 : -1;
}

function isKnownNationally(resolutions: readonly Resolution[], name: string): boolean {
  return resolutions.some((one) => one.national && one.name === name && one.rcode !== null);
}

/** An answer with an address that no public name has is forged. */
function isUsable(resolution: Resolution): boolean {
  return resolution.rcode !== null && resolution.addresses.every(isPublicAddress);
}
