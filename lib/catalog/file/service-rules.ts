import type { CatalogProblem } from '../../model/catalog-file.ts';
import { ownServicePrefix } from '../../model/own-service.ts';
import { isVisible } from '../../model/visible-text.ts';
import type { Service } from '../schema.ts';
import { problemAt } from './problem.ts';

const longestName = 60;

/** What is wrong with the services of a file, as far as it does not lie in their addresses. */
export function problemsOfServices(services: readonly Service[]): CatalogProblem[] {
  return services.flatMap((service, index) => {
    const field = `services.${index}`;
    return [
      ...problemsOfNames(service, field),
      ...problemsOfIds(service, field),
      ...problemsOfSentinel(service, field),
      ...problemsOfRoles(service, field),
    ];
  });
}

function problemsOfNames(service: Service, field: string): CatalogProblem[] {
  return (['name', 'operator'] as const)
    .filter((key) => service[key].length > longestName || !isVisible(service[key]))
    .map((key) => problemAt(`${field}.${key}`, 'text', { found: service[key] }));
}

function problemsOfIds({ id, targets }: Service, field: string): CatalogProblem[] {
  const isOwn = id.startsWith(ownServicePrefix) || id.includes('/');
  const wrong = targets.flatMap((target, index) =>
    target.id.startsWith(`${id}/`)
      ? []
      : [problemAt(`${field}.targets.${index}.id`, 'prefix', { found: target.id })],
  );
  return isOwn ? [problemAt(`${field}.id`, 'prefix', { found: id }), ...wrong] : wrong;
}

function problemsOfSentinel(service: Service, field: string): CatalogProblem[] {
  const { sentinel, targets, roles } = service;
  const target = targets.find(({ id }) => id === sentinel);
  const role = roles.find((one) => one.role === target?.role);
  const fits = target?.votes === true && role?.required === true && role.needs === undefined;
  return fits ? [] : [problemAt(`${field}.sentinel`, 'sentinel', { found: sentinel })];
}

function problemsOfRoles({ roles, targets }: Service, field: string): CatalogProblem[] {
  const names = roles.map(({ role }) => role);
  const voting = targets.flatMap(({ role, votes }) => (votes ? [role] : []));
  const required = roles.filter((one) => one.required).map(({ role }) => role);
  return [
    ...roles.flatMap(({ role, byCallControls, needs, required: isRequired }, index) => {
      const at = `${field}.roles.${index}`;
      const byCalls = byCallControls === true;
      const fits = byCalls ? role === 'calls' && !isRequired : voting.includes(role);
      if (names.indexOf(role) !== index) return [problemAt(at, 'once', { found: role })];
      if (!fits || (byCalls && voting.includes(role)))
        return [problemAt(at, 'role', { found: role })];
      const isKnown = needs === undefined || required.includes(needs);
      return isKnown ? [] : [problemAt(`${at}.needs`, 'known', { found: needs })];
    }),
    ...targets.flatMap(({ role, votes }, index) =>
      votes && !names.includes(role)
        ? [problemAt(`${field}.targets.${index}.role`, 'known', { found: role })]
        : [],
    ),
  ];
}
