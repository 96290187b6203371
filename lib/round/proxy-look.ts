import { isProxyFailure } from '../failure/proxy-failure.ts';
import { type Attempt, gotThrough } from '../model/attempt.ts';
import type { HttpObservation } from '../observe/http.ts';
import type { PlannedRound } from './phases.ts';
import type { RoundRecord } from './round-record.ts';
import type { RoundTools } from './round-tools.ts';

/** Whether this browser leaves a name to a proxy, where it does not say so itself. */
export interface ProxyLook {
  /** Finds it out, each name once a round, and notes it. */
  look(name: string): Promise<void>;
}

/** A browser that looks a name up itself takes some milliseconds. */
const limitMs = 2_000;

export function createProxyLook(
  round: PlannedRound,
  { hidesProxy }: Pick<RoundTools, 'hidesProxy'>,
): ProxyLook {
  const label = unnameable();
  const looking = new Map<string, Promise<void>>();
  return {
    async look(name) {
      const url = `https://${label}.${name}/`;
      // An address has no names below it.
      if (hidesProxy !== true || !URL.canParse(url)) return;
      const running = looking.get(name) ?? lookOnce(round, name, url);
      looking.set(name, running);
      await running;
    },
  };
}

/**
 * No DNS message holds a label of more than 63 bytes (RFC 1035, section 2.3.4). A browser that looks names up finds at once
 * that such a name has none, and sends nothing. One that asks a proxy leaves the name to it. It is drawn anew, so that no
 * proxy's log has the same one twice.
 */
function unnameable(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((one) => one.toString(16).padStart(2, '0')).join('');
}

async function lookOnce(round: PlannedRound, name: string, url: string): Promise<void> {
  const { asker, log } = round;
  // Whoever runs a proxy for everything, as an employer may, is asked no odd name.
  const isProxied =
    allFromOneAddress(round) ||
    isOfProxy(await asker.ask({ purpose: 'pair', url, timeoutMs: limitMs }));
  if (isProxied) await log.note({ kind: 'proxied', name });
}

/** Whether neutral sites of several operators answered, all from one address, as all does through a proxy. */
function allFromOneAddress({ catalog, log }: PlannedRound): boolean {
  const neutral = [...catalog.controls, ...catalog.witnesses].filter(
    ({ group }) => group === 'foreign' || group === 'domestic',
  );
  const answers = neutral.flatMap(({ id, operator }) => {
    const address = log.record.controls.get(id)?.find(gotThrough)?.remoteIp ?? null;
    return address === null ? [] : [{ operator, address }];
  });
  const operators = new Set(answers.map(({ operator }) => operator));
  return operators.size > 1 && new Set(answers.map(({ address }) => address)).size === 1;
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

/** A failure that is unknown or this computer's own says nothing. */
function isOfProxy({ failedOperation, valid, browserError }: HttpObservation): boolean {
  if (failedOperation === 'resolve') return false;
  return valid || isProxyFailure(browserError);
}
