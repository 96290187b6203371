import type { ServiceRole } from '../../catalog/schema.ts';
import type { Role } from '../../model/role.ts';
import type { ServiceState } from '../../model/state.ts';
import {
  insufficient,
  isFailureState,
  mechanismsOf,
  reachedBy,
  type Verdict,
  worst,
} from '../verdict.ts';
import { impairedBy, isTransferTrouble } from './role.ts';

export interface JudgedRole {
  role: ServiceRole;
  verdict: Verdict;
  /** At least one of its targets got through. */
  someWorks: boolean;
}

/**
 * Draws a service's verdict from those of its planned roles. A role that works counts only where a person can
 * use it: media without the login they need prove neither that a service works nor that it is impaired.
 * @param isShut the network was from the start
 */
export function combineRoles(roles: readonly JudgedRole[], isShut = false): Verdict {
  const required = roles.filter(({ role }) => role.required);
  const usable = usableRoles(required, roles);
  const fails = verdictsOf(required, 'blocked', 'likely_blocked', 'down');
  const impaired = [...verdictsOf(usable, 'impaired'), ...throttled(roles, required)];
  const works = verdictsOf(usable, 'ok');
  const someWorks = usable.some((one) => one.someWorks);

  if (impaired.length > 0 || (someWorks && fails.length > 0)) {
    return impairedBy([...fails, ...impaired], works);
  }
  const gravest = worst(fails);
  if (gravest !== undefined) return { ...gravest, mechanisms: mechanismsOf(fails) };
  const [unknown] = verdictsOf(usable, 'insufficient');
  // What gets through a portal all the same is let through, and the rest is not.
  const isLet =
    unknown?.reason === 'network-portal' &&
    isShut &&
    works.some(({ reason }) => reason === 'got-through');
  if (unknown !== undefined) return isLet ? impairedBy([unknown], works) : unknown;
  if (works.length === 0) return insufficient('too-few-attempts');
  return reachedBy(works);
}

/** Leaves out roles that need another role which fails. */
function usableRoles(required: readonly JudgedRole[], all: readonly JudgedRole[]): JudgedRole[] {
  const failing = new Set<Role>(
    all.filter((one) => isFailureState(one.verdict.state)).map((one) => one.role.role),
  );
  return required.filter(({ role }) => !(role.needs !== undefined && failing.has(role.needs)));
}

/** A service that carries text but no pictures is impaired, even where no required role carries pictures. */
function throttled(roles: readonly JudgedRole[], required: readonly JudgedRole[]): Verdict[] {
  return roles
    .filter((one) => !required.includes(one))
    .map(({ verdict }) => verdict)
    .filter(isTransferTrouble);
}

function verdictsOf(roles: readonly JudgedRole[], ...states: ServiceState[]): Verdict[] {
  return roles.map(({ verdict }) => verdict).filter(({ state }) => states.includes(state));
}
