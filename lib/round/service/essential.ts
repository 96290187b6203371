import type { Service, Target } from '../../catalog/schema.ts';

/** A voting target of a role that the service requires. */
export function isRequired(service: Service, target: Target): boolean {
  const role = service.roles.find((one) => one.role === target.role);
  return target.votes && role?.required === true;
}

/** A voting target of a role without which the other roles are of no use. */
export function isEssential(service: Service, target: Target): boolean {
  const role = service.roles.find((one) => one.role === target.role);
  return isRequired(service, target) && role?.needs === undefined;
}
