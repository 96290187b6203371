import { ownDomainsOf } from '../../catalog/own-domains.ts';
import type { Service, Target } from '../../catalog/schema.ts';
import { isHttps } from '../../catalog/target-kinds.ts';
import { marksOfFilters } from '../../diagnose/own-filter/own-filter.ts';
import { isFilterAnswer } from '../../failure/filter-answer.ts';
import type { Attempt, UnnumberedAttempt } from '../../model/attempt.ts';
import { judgeTarget } from '../../observe/judge.ts';
import { attemptsOf, isLate, type OpenRound } from '../phases.ts';
import { logOfTarget } from '../round-log.ts';

/** One target whose answer may be a filter's page. */
interface Suspect {
  service: Service;
  target: Target;
  /** What its headers and those of another answer may have in common. */
  likeness: Likeness;
}

interface Likeness {
  status: 200 | 403;
  server: string | null;
  length: string | null;
}

interface Look extends Suspect {
  /** Numbered if it was recorded before. */
  attempt: UnnumberedAttempt | Attempt;
}

/**
 * Pages looked at until one is known as a filter's, and how much of each, in bytes: a title stands near the beginning.
 */
const looks = 6;
const pageBytes = 4_096;
/** A page that says what was withheld has so many bytes, and may differ by so many where it names the address. */
const explainsBytes = 300;
const namesBytes = 100;
/** Content networks refuse requests themselves. */
const contentNetworks = /cloudflare|akamai|cloudfront|varnish|fastly/;

/**
 * Looks at the pages of services that may be answered by one filter: their headers are alike, or say that the request
 * is forbidden. Only what a filter gave is recorded.
 */
export async function lookAtPages(round: OpenRound): Promise<void> {
  const sentinels = answersOf(round, (service, { id }) => id === service.sentinel);
  const suspects = sentinels.filter((one) => isSuspicious(one, sentinels)).slice(0, looks);
  if (suspects.length === 0 || isLate(round)) return;
  const seen = await Promise.all(suspects.map((one) => look(round, one)));
  const filtered = await noteFilters(round, seen, []);
  const others = answersOf(round, (_, target) => !seen.some((one) => one.target === target));
  const alike = others.filter((other) => filtered.some((one) => isLike(one, other)));
  const further = await Promise.all(alike.map((one) => look(round, one)));
  await noteFilters(round, further, seen);
}

/** Records the looks that only a filter explains, and returns them. */
async function noteFilters(
  { log }: OpenRound,
  seen: readonly Look[],
  before: readonly Look[],
): Promise<Look[]> {
  const marks = marksOfFilters(
    [...before, ...seen].flatMap(({ service, target, attempt: { elsewhere: mark } }) =>
      mark === undefined
        ? []
        : [{ mark, operator: service.operator, host: new URL(target.urls[0] ?? '').hostname }],
    ),
  );
  const filtered = seen.filter(
    ({ attempt }) => isFilterAnswer(attempt) || marks.has(attempt.elsewhere ?? ''),
  );
  for (const { target, attempt } of filtered) {
    if ('n' in attempt) continue;
    const targetLog = logOfTarget(log, target.id);
    await targetLog.add({ n: targetLog.attempts().length + 1, ...attempt });
  }
  return filtered;
}

/** What a target was asked for by GET was seen already. */
async function look(round: OpenRound, suspect: Suspect): Promise<Look> {
  const { asker, catalog, opening } = round;
  const { target } = suspect;
  const last = attemptsOf(round, target).at(-1);
  if (last !== undefined && wasSeen(last)) return { ...suspect, attempt: last };
  const seen = await asker.ask({
    purpose: 'other',
    url: target.urls[0] ?? '',
    method: 'GET',
    receiveBytes: pageBytes,
    timeoutMs: opening.timeouts.target,
  });
  const {
    lastByteMs: _lastByteMs,
    bytesPerSecond: _bytesPerSecond,
    ...attempt
  } = judgeTarget(target, seen, ownDomainsOf(catalog, target));
  return { ...suspect, attempt };
}

/** The answers of this round that may be a page, of the targets that are asked for. */
function answersOf(
  round: OpenRound,
  isAsked: (service: Service, target: Target) => boolean,
): Suspect[] {
  return round.catalog.services.flatMap((service) =>
    service.targets
      .filter((target) => isHttps(target) && isAsked(service, target))
      .flatMap((target) => {
        const likeness = likenessOf(round, target);
        return likeness === null ? [] : [{ service, target, likeness }];
      }),
  );
}

function wasSeen(attempt: Attempt): boolean {
  return attempt.elsewhere !== undefined || isFilterAnswer(attempt);
}

/** Null where the answer is none of a page. */
function likenessOf(round: OpenRound, target: Target): Likeness | null {
  const last = attemptsOf(round, target).at(-1);
  const headers = round.asker.headersOf(target.urls[0] ?? '');
  if (last === undefined || !last.valid || !(last.ok || wasSeen(last))) return null;
  if (headers === null || headers.challenges || headers.type !== 'text/html') return null;
  const { server, length } = headers;
  const { httpStatus: status } = last;
  return status === 200 || status === 403 ? { status, server, length } : null;
}

function isLike({ likeness: one }: Suspect, { likeness: other }: Suspect): boolean {
  const lengths = [Number(one.length), Number(other.length)];
  const [short = 0, long = 0] = lengths.toSorted((a, b) => a - b);
  const isNear = long - short <= (short < explainsBytes ? 0 : namesBytes);
  const bothTell = (one.length === null) === (other.length === null);
  return one.status === other.status && one.server === other.server && bothTell && isNear;
}

/** Pages of one filter are about as long, or come from one server; and many filters say that a request is forbidden. */
function isSuspicious(one: Suspect, all: readonly Suspect[]): boolean {
  const { status, server, length } = one.likeness;
  const isAlike = all.some(
    (other) => other.service.operator !== one.service.operator && isLike(one, other),
  );
  const isForbidden = status === 403 && !contentNetworks.test(server ?? '');
  const tells = server !== null || length !== null;
  return isForbidden || (isAlike && tells);
}
