import { ownDomainsOf } from '../../catalog/own-domains.ts';
import type { Target } from '../../catalog/schema.ts';
import { isHandshake, isHttps, isSocket, methodOf } from '../../catalog/target-kinds.ts';
import { isToBeMadeAnew } from '../../diagnose/evidence/old-connections.ts';
import type { Attempt, UnnumberedAttempt } from '../../model/attempt.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import { judgeTarget } from '../../observe/judge.ts';
import { isLoneUnknown } from '../../observe/unknown-codes.ts';
import { attemptsOf, type OpenRound } from '../phases.ts';
import { logOfTarget } from '../round-log.ts';
import type { ProbeOptions } from './probe-options.ts';
import { attemptSocket } from './probe-socket.ts';

/** Probes a target once: its first address, and only if that fails the others. */
export async function probeTarget(
  round: OpenRound,
  target: Target,
  options: ProbeOptions,
): Promise<void> {
  const [first = '', ...rest] = target.urls;
  const attempt = await probeUrl(round, { target, url: first }, options);
  if (!attempt.ok) {
    await Promise.all(rest.map((url) => probeUrl(round, { target, url }, options)));
  }
}

/** Probes a target once more on a fresh connection, at the next of its addresses in turn. */
export async function recheckTarget(
  round: OpenRound,
  target: Target,
  options: ProbeOptions,
): Promise<void> {
  const turn = attemptsOf(round, target).length % target.urls.length;
  const tellsConnected = options.tellsConnected ?? isCutOffOnce(round, target);
  await probeUrl(round, { target, url: target.urls[turn] ?? '' }, { ...options, tellsConnected });
}

/** Whether a connection was cut just now, and no other attempt counts: the next may show the step. */
function isCutOffOnce(round: OpenRound, target: Target): boolean {
  if (!round.asker.tellsConnected || !isHandshake(target)) return false;
  const attempts = attemptsOf(round, target);
  const [only, ...others] = attempts.filter(({ valid }) => valid);
  return (
    only !== undefined &&
    others.length === 0 &&
    only === attempts.at(-1) &&
    evidenceOf(only) === 'cut-off'
  );
}

/** Probes a target once more, over a connection other than those that the worker's requests use. */
export async function probeFreshly(
  round: OpenRound,
  target: Target,
  options: ProbeOptions,
): Promise<void> {
  await attemptUrl(round, { target, url: target.urls[0] ?? '' }, { ...options, freshly: true });
}

interface TargetUrl {
  target: Target;
  url: string;
}

type UrlOptions = ProbeOptions & { freshly: boolean };

/** What gets through over a connection from before the round, or fails over HTTP/3, is asked again over another. */
async function probeUrl(round: OpenRound, at: TargetUrl, options: ProbeOptions): Promise<Attempt> {
  const freshly = usesOldConnection(round, at);
  const attempt = await attemptUrl(round, at, { ...options, freshly });
  if (freshly || !isToBeMadeAnew(attempt) || !usesOldConnection(round, at)) return attempt;
  return attemptUrl(round, at, { ...options, freshly: true });
}

function attemptUrl(round: OpenRound, at: TargetUrl, options: UrlOptions): Promise<Attempt> {
  const log = logOfTarget(round.log, at.target.id);
  return round.asker.attempt(
    log,
    async () => ({ ...askedOf(at), ...(await attemptOnce(round, at, options)) }),
    (attempt) => attempt.valid && !isLoneUnknown(attempt, log.attempts()),
  );
}

/** An attempt names its address only where the target's result does not. */
function askedOf({ target, url }: TargetUrl): Pick<Attempt, 'url'> {
  return url === target.urls[0] ? {} : { url };
}

function usesOldConnection({ asker }: OpenRound, { target, url }: TargetUrl): boolean {
  return isHttps(target) && asker.usesOldConnection(url);
}

async function attemptOnce(
  round: OpenRound,
  { target, url }: TargetUrl,
  options: UrlOptions,
): Promise<UnnumberedAttempt> {
  if (isSocket(target)) return attemptSocket(round, { target, url }, options);
  const { slow, hostFirst: _hostFirst, tellsConnected, ...question } = options;
  const method = tellsConnected === true && !options.freshly ? 'OPTIONS' : methodOf(target);
  const ask = async (by: typeof method) => {
    const seen = await round.asker.ask({ ...question, url, method: by, slowly: slow === true });
    return judgeTarget(target, seen, ownDomainsOf(round.catalog, target));
  };
  const attempt = await ask(method);
  return method !== 'GET' && mayBeOfMethod(target, attempt) ? ask('GET') : attempt;
}

/**
 * Some servers fail so (500, 501) at all but what a browser asks when it opens a page. What is overloaded or out of order
 * (502 to 504) is so for all; to ask it twice would hide that it answers every other time.
 */
function mayBeOfMethod(target: Target, { ok, valid, httpStatus }: UnnumberedAttempt): boolean {
  return isHttps(target) && valid && !ok && (httpStatus === 500 || httpStatus === 501);
}
