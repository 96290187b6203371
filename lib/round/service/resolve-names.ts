import type { Resolver } from '../../catalog/schema.ts';
import type { Resolution } from '../../model/resolution.ts';
import { isPublicAddress } from '../../observe/names.ts';
import { askDoh } from '../../probe/doh.ts';
import type { RoundContext } from '../context.ts';

/** Compares names on which the system's resolver fails with what others say. */
export interface NameComparison {
  /** Asks trusted resolvers until two agree, and the national one; each name once a round. */
  compare(name: string): Promise<void>;
  /** Asks the national resolvers alone. */
  askNational(name: string): Promise<void>;
}

const trustedNeeded = 2;
const priority = 1;

export function createNameComparison(context: RoundContext): NameComparison {
  const asked = new Map<string, Promise<void>>();
  /** A resolver that did not answer is not asked again in the round: the next in turn is. */
  const silent = new Set<string>();

  return {
    compare(name) {
      const running = asked.get(name) ?? compareOnce(name);
      asked.set(name, running);
      return running;
    },
    askNational,
  };

  async function compareOnce(name: string): Promise<void> {
    const trusted = context.catalog.resolvers.filter((one) => !one.national);
    const asksNational = isKnownNationally(context.resolutions, name) ? null : askNational(name);
    await Promise.all([askInTurn(name, trusted, trustedNeeded), asksNational]);
  }

  function askNational(name: string): Promise<void> {
    const national = context.catalog.resolvers.filter((one) => one.national);
    return askInTurn(name, national, 1);
  }

  async function askInTurn(name: string, resolvers: Resolver[], needed: number): Promise<void> {
    let answers = 0;
    for (const resolver of resolvers) {
      if (answers >= needed) return;
      const resolution = await ask(name, resolver);
      if (resolution === null) continue;
      context.resolutions.push(resolution);
      if (isUsable(resolution)) answers += 1;
    }
  }

  function ask(name: string, resolver: Resolver): Promise<Resolution | null> {
    const { limits, probe } = context.tools;
    const slot = {
      host: new URL(resolver.url).hostname,
      priority,
      reuses: hasAnswered(context.resolutions, resolver),
    };
    return limits.run(slot, async () => {
      if (silent.has(resolver.id)) return null;
      const { signal, timeouts } = context;
      const answer = await askDoh(probe, { name, resolver, timeoutMs: timeouts.doh, signal });
      if (!isUsable(answer)) silent.add(resolver.id);
      return answer;
    });
  }
}

function isKnownNationally(resolutions: readonly Resolution[], name: string): boolean {
  return resolutions.some((one) => one.national && one.name === name && one.rcode !== null);
}

function hasAnswered(resolutions: readonly Resolution[], resolver: Resolver): boolean {
  return resolutions.some((one) => one.resolver === resolver.id && one.rcode !== null);
}

/** An answer with an address that no public name has is a forgery, not an answer. */
function isUsable(resolution: Resolution): boolean {
  return resolution.rcode !== null && resolution.addresses.every(isPublicAddress);
}
