import * as v from 'valibot';
import { reasons } from '../../model/reason.ts';
import type { RecentTries, RoleResult, ServiceResult, TargetResult } from '../../model/service.ts';
import { loci, scopes } from '../../model/words.ts';
import { Attempts } from './attempt.ts';
import { ConfidenceName, Count, Mechanisms, RoleName, StateName, Text, Time } from './fields.ts';

const ReasonName = v.picklist(reasons);

const RecentSchema: v.GenericSchema<RecentTries> = v.object({
  tries: Count,
  failures: Count,
  since: Time,
});

const TargetSchema: v.GenericSchema<TargetResult> = v.object({
  id: Text,
  role: RoleName,
  kind: Text,
  url: Text,
  state: StateName,
  mechanisms: Mechanisms,
  retired: v.boolean(),
  recent: v.exactOptional(v.nullable(RecentSchema)),
  attempts: Attempts,
});

const RoleSchema: v.GenericSchema<RoleResult> = v.object({
  role: RoleName,
  required: v.boolean(),
  state: StateName,
  mechanisms: Mechanisms,
  reason: v.exactOptional(ReasonName),
});

export const ServiceSchema: v.GenericSchema<ServiceResult> = v.object({
  id: Text,
  name: Text,
  state: StateName,
  roundState: StateName,
  confidence: ConfidenceName,
  scope: v.picklist(scopes),
  locus: v.picklist(loci),
  mechanisms: Mechanisms,
  reason: ReasonName,
  roles: v.array(RoleSchema),
  targets: v.array(TargetSchema),
});
