import * as fc from 'fast-check';
import { catalog } from '../../lib/catalog/index.ts';
import type { Attempt } from '../../lib/model/attempt.ts';
import { mechanisms } from '../../lib/model/mechanism.ts';
import { reasons } from '../../lib/model/reason.ts';
import type { Role } from '../../lib/model/role.ts';
import type { Round } from '../../lib/model/round.ts';
import type { RoleResult, ServiceResult, TargetResult } from '../../lib/model/service.ts';
import type { ServiceState } from '../../lib/model/state.ts';
import { anyAttempt } from './arbitraries.ts';
import { aRound, someSoftware } from './rounds.ts';

const states: ServiceState[] = [
  'ok',
  'impaired',
  'blocked',
  'likely_blocked',
  'down',
  'insufficient',
];
const roles: Role[] = ['web', 'messages', 'media', 'calls', 'registration', 'api', 'login'];

const anyMechanisms = fc.uniqueArray(fc.constantFrom(...mechanisms));
const anyState = fc.constantFrom(...states);
const anyConfidence = fc.constantFrom('low', 'medium', 'high' as const);

const anyRoles: fc.Arbitrary<RoleResult[]> = fc.uniqueArray(
  fc.record({
    role: fc.constantFrom(...roles),
    required: fc.boolean(),
    state: anyState,
    mechanisms: anyMechanisms,
  }),
  { selector: ({ role }) => role },
);

/** Left out where it is the first of the target's. */
const anyAskedUrl = fc.constantFrom<Pick<Attempt, 'url'>>({}, { url: 'https://chat-2.example/' });

const anyTarget: fc.Arbitrary<TargetResult> = fc.record({
  id: fc.constant('chat/web'),
  role: fc.constantFrom(...roles),
  kind: fc.constant('https'),
  url: fc.constant('https://chat.example/'),
  state: anyState,
  mechanisms: anyMechanisms,
  retired: fc.boolean(),
  attempts: fc.array(
    fc
      .tuple(anyAttempt, fc.nat({ max: 600_000 }), anyAskedUrl)
      .map(([attempt, totalMs, asked]) => ({ ...attempt, totalMs, ...asked })),
    { maxLength: 3 },
  ),
});

const anyService: fc.Arbitrary<ServiceResult> = fc.record({
  id: fc.constantFrom(...catalog.services.map(({ id }) => id)),
  name: fc.constantFrom(...catalog.services.map(({ name }) => name)),
  state: anyState,
  roundState: anyState,
  confidence: anyConfidence,
  scope: fc.constantFrom('service', 'network' as const),
  locus: fc.constantFrom('network', 'server_side', 'local', 'unknown' as const),
  mechanisms: anyMechanisms,
  reason: fc.constantFrom(...reasons),
  roles: anyRoles,
  targets: fc.array(anyTarget, { maxLength: 2 }),
});

/** A round as it is shown and exported, whether or not its parts fit together. */
export const anyRound: fc.Arbitrary<Round> = fc
  .record({
    browser: fc.constantFrom('Chromium 156', 'Firefox 153.0.1', `Firefox ${'9'.repeat(90)}`),
    network: fc.record({
      state: fc.constantFrom(
        'normal',
        'allowlist',
        'captive_portal',
        'offline',
        'degraded' as const,
      ),
      confidence: anyConfidence,
      resolverPath: fc.constantFrom('system', 'secure_dns', 'unknown' as const),
      controls: fc.constant<never[]>([]),
    }),
    routing: fc.record({
      verdict: fc.constantFrom('direct', 'vpn_likely', 'split', 'unknown' as const),
      confidence: anyConfidence,
      signals: fc.constant<never[]>([]),
    }),
    services: fc.array(anyService, { maxLength: 12 }),
  })
  .map(({ browser, ...parts }) => aRound({ ...parts, software: { ...someSoftware, browser } }));
