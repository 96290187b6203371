import type { Attempt } from './attempt.ts';
import type { Mechanism } from './mechanism.ts';
import type { Reason } from './reason.ts';
import type { Role } from './role.ts';
import type { Confidence, Locus, Scope, ServiceState } from './state.ts';

export interface TargetResult {
  id: string;
  role: Role;
  kind: string;
  /** The first of its addresses. */
  url: string;
  state: ServiceState;
  mechanisms: Mechanism[];
  /** It has no vote: it never worked here and was down in many rounds. */
  retired: boolean;
  /**
   * Its latest tries here, in this round and before. Null where it was not asked, or none of its attempts counted as a
   * try: without a vote, with several addresses, of a transfer, behind a portal or an allowlist. Left out in old rounds.
   */
  recent?: RecentTries | null;
  attempts: Attempt[];
}

/** The address that an attempt on a target asked. */
export function askedUrl(target: Pick<TargetResult, 'url'>, attempt: Attempt): string {
  return attempt.url ?? target.url;
}

/** Counts of a target's latest tries. */
export interface RecentTries {
  tries: number;
  failures: number;
  /** ISO 8601 UTC of the first of them. */
  since: string;
}

export interface RoleResult {
  role: Role;
  required: boolean;
  state: ServiceState;
  mechanisms: Mechanism[];
  /** Only for a role that controls decide instead of the service's own targets (calls). */
  reason?: Reason;
}

export interface ServiceResult {
  id: string;
  name: string;
  /** The state after hysteresis, which pages show. */
  state: ServiceState;
  /** This round's own state. */
  roundState: ServiceState;
  confidence: Confidence;
  scope: Scope;
  locus: Locus;
  mechanisms: Mechanism[];
  reason: Reason;
  roles: RoleResult[];
  targets: TargetResult[];
}
