import * as v from 'valibot';
import { mechanisms } from '../../model/mechanism.ts';
import type { Standing, TargetWindow } from '../../model/standing.ts';
import { Mechanisms, Numeric, StateName, Text, Time } from './fields.ts';

const WindowSchema: v.GenericSchema<TargetWindow> = v.object({
  target: Text,
  tries: v.array(
    v.object({ at: Time, ok: v.boolean(), mechanism: v.nullable(v.picklist(mechanisms)) }),
  ),
  sum: Numeric,
  at: v.nullable(Time),
  mostlyFails: v.boolean(),
});

export const StandingSchema: v.GenericSchema<Standing> = v.object({
  service: Text,
  state: StateName,
  since: Time,
  mechanisms: Mechanisms,
  candidate: v.nullable(StateName),
  candidateRounds: v.array(Text),
  candidateHasArtefact: v.exactOptional(v.boolean()),
  opensAtOnce: v.exactOptional(v.boolean()),
  rounds: v.array(Text),
  health: v.exactOptional(
    v.array(v.object({ target: Text, reached: v.boolean(), rottenRounds: Numeric })),
  ),
  mostlyFails: v.exactOptional(v.boolean()),
  answered: v.exactOptional(v.array(v.boolean())),
  withheld: v.exactOptional(v.array(v.object({ name: Text, since: Time }))),
  invented: v.exactOptional(v.array(Text)),
  windows: v.exactOptional(v.array(WindowSchema)),
  aside: v.exactOptional(v.array(WindowSchema)),
});
