import type { Attempt } from '../../model/attempt.ts';
import { bucketOf } from '../../model/latency.ts';
import type { Mechanism } from '../../model/mechanism.ts';
import { type Role, stateWithin } from '../../model/role.ts';
import type { Round } from '../../model/round.ts';
import type { RoutingVerdict } from '../../model/route.ts';
import type { ServiceResult, TargetResult } from '../../model/service.ts';
import type { Scope, ServiceState } from '../../model/state.ts';

/** What bars and filters need of a round. */
export interface RoundSummary {
  /** The round's, in the order of recording. */
  number: number;
  /** When the round started, in milliseconds since 1970. */
  atMs: number;
  route: RoutingVerdict;
  services: ServiceSummary[];
}

export interface ServiceSummary {
  id: string;
  /** After hysteresis. */
  state: ServiceState;
  roundState: ServiceState;
  /** Left out for `service`; an index before version 6 has none. */
  scope?: Extract<Scope, 'network'>;
  mechanisms: Mechanism[];
  /** Without those that the round did not look at: of a pulse, most. */
  roles: RoleSummary[];
}

export interface RoleSummary {
  role: Role;
  /** Within the service. */
  state: ServiceState;
  /** Left out where there are none; an index of version 2 has none. */
  mechanisms?: Mechanism[];
  /** Valid attempts on its targets, transfers apart, and how many of them failed. */
  tries: number;
  failures: number;
  /** Buckets of the times that successes took. */
  times: number[];
}

export function summaryOf(number: number, { startedAt, routing, services }: Round): RoundSummary {
  return {
    number,
    atMs: Date.parse(startedAt),
    route: routing.verdict,
    services: services.map(serviceSummary),
  };
}

function serviceSummary(service: ServiceResult): ServiceSummary {
  const { id, state, roundState, scope, mechanisms } = service;
  const roles = service.roles.flatMap((one): RoleSummary[] => {
    const targets = service.targets.filter(({ role }) => role === one.role);
    const tries = triesOf(targets.flatMap(connections));
    if (tries.tries === 0 && one.state === 'insufficient') return [];
    const found = one.mechanisms.length > 0 && { mechanisms: one.mechanisms };
    return [{ role: one.role, state: stateWithin(service, one), ...found, ...tries }];
  });
  const shut = scope === 'network' && { scope };
  return { id, state, roundState, ...shut, mechanisms, roles };
}

/** A transfer's success or time tells of its size. */
function connections({ kind, attempts }: TargetResult): Attempt[] {
  return kind === 'download' || kind === 'upload' ? [] : attempts.filter(({ valid }) => valid);
}

function triesOf(attempts: Attempt[]): Pick<RoleSummary, 'tries' | 'failures' | 'times'> {
  const passed = attempts.filter(({ ok }) => ok);
  return {
    tries: attempts.length,
    failures: attempts.length - passed.length,
    times: passed.flatMap(({ totalMs }) => (totalMs === null ? [] : [bucketOf(totalMs)])),
  };
}
