import { hostOf } from '../../catalog/host-of.ts';
import type { Service, Target } from '../../catalog/schema.ts';
import { isPlain } from '../../catalog/target-kinds.ts';
import {
  filterPageFailure,
  filterRedirectFailure,
  isFilterAnswer,
} from '../../failure/filter-answer.ts';
import { foreignAnswerFailure } from '../../failure/foreign-answer.ts';
import { type Attempt, gotThrough } from '../../model/attempt.ts';
import type { ServiceEvidence } from '../evidence/round-evidence.ts';
import { isPlainHttpCheck } from '../target/plain.ts';

/** One mark of an answer that may be none of the service's own, and where it was seen. */
interface Seen {
  mark: string;
  operator: string;
  host: string;
}

const operatorsNeeded = 2;
const hostsNeeded = 2;

/**
 * What a round observed, with the answers of a filter of one's own as failures. Inside a valid TLS conversation only
 * whoever has a certificate for the name can answer: the service, or a filter whose authority this browser trusts.
 * Services of different operators do not redirect to one host, nor show one page; and a service does not send two of
 * its hosts to one that only a household or an organisation knows. Where all of a service's hosts lead to one public
 * host that is not known to be its own, it may have moved, or be filtered: such answers do not count.
 */
export function withFilterAnswers(services: readonly ServiceEvidence[]): ServiceEvidence[] {
  const marks = marksOfFilters(services.flatMap(seenIn));
  return services.map((one) => {
    const targets = new Map(one.service.targets.map((target) => [target.id, target]));
    const leadsTo = whereAllLead(one);
    const attempts = [...one.attempts].map(([id, each]): [string, readonly Attempt[]] => {
      const target = targets.get(id);
      if (target === undefined) return [id, each];
      const judged = withFailures(target, each, marks);
      return [id, leadsTo === null ? judged : judged.map((answer) => uncounted(answer, leadsTo))];
    });
    return { ...one, attempts: new Map(attempts) };
  });
}

/** Whether a filter's answer stands in place of what the service answers without TLS. */
export function showsFilter({
  service,
  attempts,
}: Pick<ServiceEvidence, 'service' | 'attempts'>): boolean {
  const plain = service.targets.filter(isPlainHttpCheck);
  return plain.some(({ id }) => attempts.get(id)?.some(isFilterAnswer) === true);
}

/** The mark that all answers over TLS of a service's hosts have, where several of them lead to one public host. */
function whereAllLead({ service, attempts }: ServiceEvidence): string | null {
  const answered = service.targets
    .filter((target) => !isPlain(target))
    .flatMap((target) =>
      (attempts.get(target.id) ?? [])
        .filter(gotThrough)
        .map(({ elsewhere }) => ({ elsewhere, host: hostOf(target) })),
    );
  const hosts = new Set(answered.map(({ host }) => host));
  const [mark, ...others] = new Set(answered.map(({ elsewhere }) => elsewhere));
  const isOne = mark?.startsWith('redirect ') === true && others.length === 0;
  return isOne && hosts.size >= hostsNeeded ? mark : null;
}

function uncounted(answer: Attempt, mark: string): Attempt {
  return answer.ok && answer.elsewhere === mark ? { ...answer, valid: false } : answer;
}

/** The marks that only a filter explains. */
export function marksOfFilters(seen: readonly Seen[]): Set<string> {
  const marks = new Set(seen.map(({ mark }) => mark));
  return new Set([...marks].filter((mark) => isOfFilter(mark, seen)));
}

function isOfFilter(mark: string, seen: readonly Seen[]): boolean {
  const alike = seen.filter((one) => one.mark === mark);
  const operators = new Set(alike.map(({ operator }) => operator));
  if (operators.size >= operatorsNeeded) return true;
  const hosts = new Set(alike.map(({ host }) => host));
  return mark.startsWith('inside ') && hosts.size >= hostsNeeded;
}

/** The marks of answers over TLS in a round so far. */
function seenIn({ service, attempts }: Pick<ServiceEvidence, 'service' | 'attempts'>): Seen[] {
  return service.targets
    .filter((target) => !isPlain(target))
    .flatMap((target) => marksOf(service, target, attempts.get(target.id) ?? []));
}

function marksOf(service: Service, target: Target, attempts: readonly Attempt[]): Seen[] {
  return attempts.flatMap(({ valid, elsewhere }) =>
    valid && elsewhere !== undefined
      ? [{ mark: elsewhere, operator: service.operator, host: hostOf(target) }]
      : [],
  );
}

/** Where one look at a target showed a filter's page, answers with its status that were not looked at are its own too. */
function withFailures(
  target: Target,
  attempts: readonly Attempt[],
  marks: ReadonlySet<string>,
): readonly Attempt[] {
  const isMarked = ({ elsewhere }: Attempt) => elsewhere !== undefined && marks.has(elsewhere);
  if (isPlain(target)) {
    return attempts.map((one) =>
      one.failure === foreignAnswerFailure && (isMarked(one) || leadsInside(one))
        ? asFilters(one, one.elsewhere)
        : one,
    );
  }
  const page = attempts.find(
    (one) => one.failure === filterPageFailure || (isMarked(one) && isPage(one)),
  );
  return attempts.map((one) => {
    if (!one.ok || !one.valid) return one;
    if (isMarked(one)) return asFilters(one, one.elsewhere);
    const isPages = one.elsewhere === undefined && isAlike(one, page);
    return isPages ? asFilters(one, 'page') : one;
  });
}

/**
 * Whether an answer leads to a name that is served in one household or organisation alone. Private addresses are not:
 * providers show their block pages at such, too.
 */
function leadsInside({ elsewhere = '' }: Attempt): boolean {
  return /^inside (?![\d.]+$|\[)/.test(elsewhere);
}

function isPage({ elsewhere }: Attempt): boolean {
  return elsewhere?.startsWith('page ') === true;
}

/** A part of a page comes with a status of its own. */
function isAlike({ httpStatus }: Attempt, page: Attempt | undefined): boolean {
  const partial = page?.httpStatus === 206 ? 200 : page?.httpStatus;
  return page !== undefined && (httpStatus === page.httpStatus || httpStatus === partial);
}

function asFilters(attempt: Attempt, mark = ''): Attempt {
  const failure = /^(redirect|inside) /.test(mark) ? filterRedirectFailure : filterPageFailure;
  return { ...attempt, ok: false, failure, failedOperation: 'http_round_trip' };
}
