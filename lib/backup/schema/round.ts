import * as v from 'valibot';
import type { Round, RoundCircumstances, Software } from '../../model/round.ts';
import { triggers } from '../../model/words.ts';
import { Attempts } from './attempt.ts';
import { Numeric, Text, Time } from './fields.ts';
import { AddressProbeSchema, GateSchema, NetworkSchema, ResolutionSchema } from './network.ts';
import { RoutingSchema } from './routing.ts';
import { ServiceSchema } from './service.ts';

const SoftwareSchema: v.GenericSchema<Software> = v.object({
  version: Text,
  logic: Text,
  catalog: Text,
  browser: Text,
});

const CircumstancesSchema: v.GenericSchema<RoundCircumstances> = v.object({
  online: v.boolean(),
  usualMs: v.nullable(Numeric),
  gateOpenedAt: Time,
  controls: v.array(v.object({ id: Text, attempts: Attempts })),
  gates: v.array(GateSchema),
  resolutions: v.array(ResolutionSchema),
  addressProbes: v.array(AddressProbeSchema),
  forbidden: v.array(Text),
  homeSpared: v.exactOptional(v.boolean()),
  homeUncounted: v.exactOptional(v.boolean()),
  awaited: v.exactOptional(v.array(Text)),
});

/** What a round must have. What else it has stays: earlier versions may have recorded it. */
export const RoundSchema: v.GenericSchema<Round> = v.object({
  schema: v.literal('dozvon.round/1'),
  id: Text,
  startedAt: Time,
  finishedAt: Time,
  trigger: v.picklist(triggers),
  software: SoftwareSchema,
  network: NetworkSchema,
  routing: RoutingSchema,
  services: v.array(ServiceSchema),
  circumstances: CircumstancesSchema,
});
