import * as v from 'valibot';
import type { RoutingResult, RoutingSignal, SeenRoute } from '../../model/route.ts';
import { signalIds } from '../../model/route.ts';
import { ConfidenceName, Count, oneOf, Text, Time, VerdictName } from './fields.ts';

const SignalSchema: v.GenericSchema<RoutingSignal> = v.object({
  id: v.picklist(signalIds),
  kind: oneOf<RoutingSignal['kind']>({
    exit: true,
    settings: true,
    network: true,
    tunnel: true,
    filter: true,
    'home-only': true,
    comparison: true,
    calls: true,
    addresses: true,
    shared: true,
    change: true,
    distance: true,
    connection: true,
    proxy: true,
  }),
  points: oneOf<RoutingSignal['points']>({ vpn: true, direct: true, split: true, none: true }),
  strength: oneOf<RoutingSignal['strength']>({ weak: true, strong: true }),
  detail: Text,
});

export const RoutingSchema: v.GenericSchema<RoutingResult> = v.object({
  verdict: VerdictName,
  confidence: ConfidenceName,
  exitCountry: v.exactOptional(
    v.pipe(v.string(), v.regex(/^[A-Z0-9]{2}$/, 'two capital letters or digits')),
  ),
  exitAsn: v.exactOptional(Count),
  signals: v.array(SignalSchema),
});

export const SeenRouteSchema: v.GenericSchema<SeenRoute> = v.object({
  at: Time,
  routing: RoutingSchema,
});
