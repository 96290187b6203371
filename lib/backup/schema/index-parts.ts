import * as v from 'valibot';
import type { KeptSummary, KeptTransition } from '../../history/entry.ts';
import type { LastState } from '../../model/transition.ts';
import { Attempts } from './attempt.ts';
import {
  ConfidenceName,
  Mechanisms,
  Numeric,
  RoleName,
  StateName,
  Text,
  Time,
  VerdictName,
} from './fields.ts';

/** The last millisecond that a date can have. */
const lastMs = 8.64e15;

export const SummarySchema: v.GenericSchema<KeptSummary> = v.object({
  atMs: v.pipe(
    v.number(),
    v.safeInteger('a whole number'),
    v.minValue(0, '0 or more'),
    v.maxValue(lastMs, 'milliseconds that a date can have'),
  ),
  route: VerdictName,
  services: v.array(
    v.object({
      id: Text,
      state: StateName,
      roundState: StateName,
      scope: v.exactOptional(v.literal('network')),
      mechanisms: Mechanisms,
      roles: v.array(
        v.object({
          role: RoleName,
          state: StateName,
          mechanisms: v.exactOptional(Mechanisms),
          tries: Numeric,
          failures: Numeric,
          times: v.array(Numeric),
        }),
      ),
    }),
  ),
});

export const TransitionSchema: v.GenericSchema<KeptTransition> = v.object({
  service: Text,
  from: StateName,
  to: StateName,
  at: Time,
  roundId: Text,
  mechanisms: Mechanisms,
  confidence: ConfidenceName,
  scope: v.exactOptional(v.literal('network')),
  route: VerdictName,
  witnesses: v.array(
    v.object({
      roundId: Text,
      startedAt: Time,
      targets: v.array(v.object({ id: Text, role: RoleName, kind: Text, attempts: Attempts })),
    }),
  ),
});

export const LastStateSchema: v.GenericSchema<LastState> = v.object({
  service: Text,
  state: StateName,
  since: Time,
  seenAt: Time,
});
