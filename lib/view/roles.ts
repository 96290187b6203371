import type { Message } from '../i18n/text.ts';
import { type Role, stateWithin } from '../model/role.ts';
import type { RoleResult, ServiceResult } from '../model/service.ts';
import type { ServiceState } from '../model/state.ts';
import { isUnasked } from './service.ts';

/** One use of a service, and whether it gets through. */
export interface RoleView {
  role: Role;
  state: ServiceState;
  text: Message;
}

/** In the order in which people ask for them. */
export const roleOrder: readonly Role[] = [
  'messages',
  'media',
  'calls',
  'registration',
  'web',
  'login',
  'api',
];

/** Of a service that was not asked there are none: what is known of calls then is of the path alone. */
export function roleViews(service: ServiceResult): RoleView[] {
  if (isUnasked(service)) return [];
  const position = ({ role }: RoleResult) => roleOrder.indexOf(role);
  return service.roles
    .toSorted((a, b) => position(a) - position(b))
    .map((one) => ({
      role: one.role,
      state: stateOf(one, service),
      text: textOf(one, service),
    }));
}

function textOf(one: RoleResult, service: ServiceResult): Message {
  const { name } = service;
  if (one.reason) return { id: `reason.${one.reason}`, values: { name } };
  if (stateOf(one, service) !== one.state) return { id: 'roles.calls-alone', values: { name } };
  return { id: `part.${one.state}` };
}

/** Roles are those of the round, and so is the state of their service. */
function stateOf(one: RoleResult, { roundState }: ServiceResult): ServiceState {
  return stateWithin({ state: roundState }, one);
}
