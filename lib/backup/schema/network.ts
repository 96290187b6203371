import * as v from 'valibot';
import type {
  ControlGroup,
  ControlResult,
  Gate,
  NetworkResult,
  NetworkTrouble,
} from '../../model/network.ts';
import type { AddressProbe, Resolution } from '../../model/resolution.ts';
import { networkStates, resolverPaths } from '../../model/words.ts';
import { Attempts } from './attempt.ts';
import { ConfidenceName, Numeric, oneOf, Text, Time } from './fields.ts';

const ControlSchema: v.GenericSchema<ControlResult> = v.object({
  id: Text,
  group: oneOf<ControlGroup>({
    foreign: true,
    domestic: true,
    dns: true,
    portal: true,
    filter: true,
    transfer: true,
    'calls-foreign': true,
    'calls-domestic': true,
  }),
  ok: v.boolean(),
  failure: v.nullable(Text),
  totalMs: v.nullable(Numeric),
});

export const NetworkSchema: v.GenericSchema<NetworkResult> = v.object({
  state: v.picklist(networkStates),
  confidence: ConfidenceName,
  trouble: v.exactOptional(
    oneOf<NetworkTrouble>({
      certificates: true,
      clock: true,
      resolver: true,
      unclear: true,
      loss: true,
      slow: true,
      unmeasured: true,
      proxy: true,
      'broke-down': true,
      'only-services': true,
    }),
  ),
  resolverPath: v.picklist(resolverPaths),
  controls: v.array(ControlSchema),
});

export const GateSchema: v.GenericSchema<Gate> = v.object({
  startedAt: Time,
  finishedAt: Time,
  passed: v.boolean(),
});

export const ResolutionSchema: v.GenericSchema<Resolution> = v.object({
  name: Text,
  resolver: Text,
  national: v.boolean(),
  rcode: v.nullable(Text),
  addresses: v.array(Text),
  unreachable: v.exactOptional(v.literal(true)),
});

export const AddressProbeSchema: v.GenericSchema<AddressProbe> = v.object({
  name: Text,
  address: Text,
  attempts: Attempts,
});
