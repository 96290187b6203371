import { hostOf } from '../catalog/host-of.ts';
import type { Service, Target } from '../catalog/schema.ts';
import { isPlain } from '../catalog/target-kinds.ts';
import { filterPageFailure, filterRedirectFailure } from '../failure/filter-answer.ts';
import { foreignAnswerFailure } from '../failure/foreign-answer.ts';
import type { Attempt } from '../model/attempt.ts';
import type { ServiceEvidence } from './round-evidence.ts';

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
 * its hosts to one that is not its own.
 */
export function withFilterAnswers(services: readonly ServiceEvidence[]): ServiceEvidence[] {
  const marks = marksOfFilters(services.flatMap(seenIn));
  if (marks.size === 0) return [...services];
  return services.map((one) => {
    const targets = new Map(one.service.targets.map((target) => [target.id, target]));
    const attempts = [...one.attempts].map(([id, each]): [string, readonly Attempt[]] => {
      const target = targets.get(id);
      return [id, target === undefined ? each : withFailures(target, each, marks)];
    });
    return { ...one, attempts: new Map(attempts) };
  });
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
  return mark.startsWith('redirect ') && hosts.size >= hostsNeeded;
}

/** The marks of answers over TLS in a round so far. */
export function seenIn({
  service,
  attempts,
}: Pick<ServiceEvidence, 'service' | 'attempts'>): Seen[] {
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

/** Where one look at a target showed a filter's page, its answers without a look are the filter's too. */
function withFailures(
  target: Target,
  attempts: readonly Attempt[],
  marks: ReadonlySet<string>,
): readonly Attempt[] {
  const isFilters = ({ elsewhere }: Attempt) => elsewhere !== undefined && marks.has(elsewhere);
  if (isPlain(target)) {
    return attempts.map((one) =>
      isFilters(one) && one.failure === foreignAnswerFailure ? asFilters(one, one.elsewhere) : one,
    );
  }
  const mark = attempts.find(isFilters)?.elsewhere;
  if (mark === undefined) return attempts;
  return attempts.map((one) =>
    one.ok && one.valid && (isFilters(one) || one.elsewhere === undefined)
      ? asFilters(one, mark)
      : one,
  );
}

function asFilters(attempt: Attempt, mark = ''): Attempt {
  const failure = mark.startsWith('redirect ') ? filterRedirectFailure : filterPageFailure;
  return { ...attempt, ok: false, failure, failedOperation: 'http_round_trip' };
}
