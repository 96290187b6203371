import * as v from 'valibot';
import { mechanisms } from '../../model/mechanism.ts';
import type { Role } from '../../model/role.ts';
import type { RoutingVerdict } from '../../model/route.ts';
import type { Confidence, ServiceState } from '../../model/state.ts';

/** More than any text of a round has. */
const longestText = 65_536;

export const Text = v.pipe(v.string(), v.maxLength(longestText));

/** JSON has numbers that are too large to be one. */
export const Numeric = v.pipe(v.number(), v.finite());

export const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const Time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);

/** A picklist that cannot lack a name of the type. */
export function oneOf<Name extends string>(names: Record<Name, true>) {
  return v.picklist(Object.keys(names) as Name[]);
}

export const StateName = oneOf<ServiceState>({
  ok: true,
  impaired: true,
  blocked: true,
  likely_blocked: true,
  down: true,
  insufficient: true,
});

export const ConfidenceName = oneOf<Confidence>({ low: true, medium: true, high: true });

export const RoleName = oneOf<Role>({
  web: true,
  messages: true,
  media: true,
  calls: true,
  registration: true,
  api: true,
  login: true,
});

export const VerdictName = oneOf<RoutingVerdict>({
  direct: true,
  vpn_likely: true,
  split: true,
  unknown: true,
});

export const Mechanisms = v.array(v.picklist(mechanisms));
