import { controlsAndCalls } from '../../catalog/all-controls.ts';
import type { Catalog } from '../../catalog/schema.ts';
import type { Attempt } from '../../model/attempt.ts';
import { mapAttempts } from '../../model/map-attempts.ts';
import type { Round } from '../../model/round.ts';
import { addressKindOf, sharedKind } from '../../observe/address-kind.ts';

/** From so many operators, answers that all came from one address came by a proxy. */
const operatorsForProxy = 3;

/** The operators that answered from an address, by address. */
type Operators = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The round as it may be recorded: an address that is not plausibly the service's own is left out, and its kind
 * stands in its place. Call it once the verdicts are drawn; a replay of what it returns draws the same ones.
 */
export function withKeptAddresses(round: Round, catalog: Catalog): Round {
  const operatorsAt = operatorsByAddress(round, catalog);
  return mapAttempts(round, (attempt) => {
    const kind = addressKindOf(attempt) ?? kindByAnswers(attempt, operatorsAt);
    if (kind !== null) return { ...attempt, remoteIp: null, remoteIpKind: kind };
    // With nothing to compare it with, an address may be anybody's.
    return operatorsAt.size > 1 ? attempt : { ...attempt, remoteIp: null };
  });
}

/** What all answers of the round together show: browsers report a proxy's address for every server behind it. */
function kindByAnswers({ remoteIp }: Attempt, operatorsAt: Operators): string | null {
  const operators = operatorsAt.get(remoteIp ?? '')?.size ?? 0;
  if (operators < 2) return null;
  return operatorsAt.size === 1 && operators >= operatorsForProxy ? 'proxy' : sharedKind;
}

function operatorsByAddress(round: Round, catalog: Catalog): Operators {
  const operatorsAt = new Map<string, Set<string>>();
  for (const { operator, attempts } of attemptsByOperator(round, catalog)) {
    for (const { remoteIp } of attempts.filter(isAnswer)) {
      if (remoteIp === null) continue;
      operatorsAt.set(remoteIp, (operatorsAt.get(remoteIp) ?? new Set()).add(operator));
    }
  }
  return operatorsAt;
}

/** The address of an attempt without an answer was read from its URL. */
function isAnswer({ httpStatus }: Attempt): boolean {
  return httpStatus !== null;
}

function attemptsByOperator(
  { services, circumstances }: Round,
  catalog: Catalog,
): { operator: string; attempts: Attempt[] }[] {
  const operatorOfService = operatorFinder(catalog.services);
  const operatorOfControl = operatorFinder(controlsAndCalls(catalog));
  return [
    ...services.map(({ id, targets }) => ({
      operator: operatorOfService(id),
      attempts: targets.flatMap(({ attempts }) => attempts),
    })),
    ...circumstances.controls.map(({ id, attempts }) => ({
      operator: operatorOfControl(id),
      attempts,
    })),
  ];
}

/** Whom the catalog does not name is an operator of its own. */
function operatorFinder(
  entries: readonly { id: string; operator: string }[],
): (id: string) => string {
  const operators = new Map(entries.map(({ id, operator }) => [id, operator]));
  return (id) => operators.get(id) ?? id;
}
