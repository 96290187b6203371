import type { Attempt } from './attempt.ts';
import type { Mechanism } from './mechanism.ts';
import type { Reason } from './reason.ts';
import type { Role } from './role.ts';
import type { Confidence, Locus, Scope, ServiceState } from './state.ts';

export interface TargetResult {
  id: string;
  role: Role;
  kind: string;
  url: string;
  state: ServiceState;
  mechanisms: Mechanism[];
  /** Never seen to work here, and out of order by its own fault for long: it has no vote. */
  retired: boolean;
  attempts: Attempt[];
}

export interface RoleResult {
  role: Role;
  required: boolean;
  state: ServiceState;
  mechanisms: Mechanism[];
  /** Of a role that is not told by the service's own targets: what can be said, and what cannot. */
  reason?: Reason;
}

export interface ServiceResult {
  id: string;
  name: string;
  /** State after hysteresis: what is shown. */
  state: ServiceState;
  /** What this round alone saw. */
  roundState: ServiceState;
  confidence: Confidence;
  scope: Scope;
  locus: Locus;
  mechanisms: Mechanism[];
  reason: Reason;
  roles: RoleResult[];
  targets: TargetResult[];
}
