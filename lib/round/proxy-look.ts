import type { Attempt } from '../model/attempt.ts';
import type { HttpObservation } from '../observe/http.ts';
import type { RoundRecord } from './journal.ts';
import type { PlannedRound } from './phases.ts';
import type { RoundTools } from './round-tools.ts';

/** Whether this browser leaves a name to a proxy, where it does not say so itself. */
export interface ProxyLook {
  /** Finds it out, each name once a round, and notes it. */
  look(name: string): Promise<void>;
}

/**
 * No DNS message holds a label of more than 63 bytes (RFC 1035, section 2.3.4). A browser that looks names up finds at once
 * that such a name has none, and sends nothing. One that asks a proxy leaves the name to it.
 */
const label = 'x'.repeat(64);
/** A browser that looks a name up itself takes some milliseconds. */
const limitMs = 2_000;

export function createProxyLook(
  round: PlannedRound,
  { hidesProxy }: Pick<RoundTools, 'hidesProxy'>,
): ProxyLook {
  const looking = new Map<string, Promise<void>>();
  return {
    async look(name) {
      // An address has no names below it.
      if (hidesProxy !== true || !URL.canParse(urlBelow(name))) return;
      const running = looking.get(name) ?? lookOnce(round, name);
      looking.set(name, running);
      await running;
    },
  };
}

async function lookOnce({ asker, log }: PlannedRound, name: string): Promise<void> {
  const seen = await asker.ask({ purpose: 'pair', url: urlBelow(name), timeoutMs: limitMs });
  if (isOfProxy(seen)) await log.note({ kind: 'proxied', name });
}

/** A host's attempts with what was found out: only Firefox says of an attempt itself that it was left to a proxy. */
export function withProxy(
  { proxied }: Pick<RoundRecord, 'proxied'>,
  host: string,
  attempts: readonly Attempt[],
): readonly Attempt[] {
  if (!proxied.has(host)) return attempts;
  return attempts.map((attempt) => ({ ...attempt, remoteIpKind: 'proxy' }));
}

function urlBelow(name: string): string {
  return `https://${label}.${name}/`;
}

/** A failure that is unknown or this computer's own says nothing. */
function isOfProxy({ failedOperation, valid, browserError }: HttpObservation): boolean {
  if (failedOperation === 'resolve') return false;
  return valid || /^net::ERR_(PROXY|TUNNEL|SOCKS)_/.test(browserError ?? '');
}
