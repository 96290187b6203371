import type { Attempt } from './attempt.ts';
import type { Gate } from './network.ts';
import type { Plan } from './plan.ts';
import type { Resolution } from './resolution.ts';

/** A running round's record, which lets the worker die at any time. */
export type JournalEntry =
  | { kind: 'plan'; plan: Plan }
  | { kind: 'control'; control: string; attempt: Attempt }
  | { kind: 'gate'; gate: Gate }
  | { kind: 'target'; target: string; attempt: Attempt }
  | { kind: 'address'; name: string; address: string; attempt: Attempt }
  | { kind: 'resolution'; resolution: Resolution }
  /** The route may be a detour: from here on, no host of the home country is asked. */
  | { kind: 'home-spared' }
  /** The same, where the person lets those hosts be asked whatever the route. */
  | { kind: 'home-uncounted' }
  /** The browser leaves the name to a proxy. */
  | { kind: 'proxied'; name: string }
  /** The browser does not let us probe the target. */
  | { kind: 'forbidden'; target: string };
