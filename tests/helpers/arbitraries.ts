import * as fc from 'fast-check';
import type { Attempt } from '../../lib/model/attempt.ts';
import type { Gate } from '../../lib/model/network.ts';
import type { AddressProbe, Resolution } from '../../lib/model/resolution.ts';
import {
  aFailure,
  anAttempt,
  anInvalidAttempt,
  type FailureKind,
  failureKinds,
  spaced,
} from './attempts.ts';
import { aGate, anAddressProbe, aResolution } from './evidence.ts';

export const passed: fc.Arbitrary<Attempt> = fc
  .constantFrom(200, 204, 302, 400, 401, 403, 404, 418, 429, null)
  .map((httpStatus) => anAttempt({ httpStatus }));

export const failed: fc.Arbitrary<Attempt> = failedAs(...failureKinds);

/** Failures that prove nothing by themselves, whatever the names and certificates. */
export const failedWithoutProof: fc.Arbitrary<Attempt> = failedAs(
  'timeout',
  'connectTimeout',
  'reset',
  'refused',
  'unreachable',
  'handshake',
  'revoked',
  'unclear',
  'serverError',
  'expired',
);

export function failedAs(...kinds: FailureKind[]): fc.Arbitrary<Attempt> {
  return fc.constantFrom(...kinds).map((kind) => aFailure(kind));
}

export const invalid: fc.Arbitrary<Attempt> = fc
  .tuple(fc.boolean(), fc.option(fc.constantFrom(200, 451, 503)))
  .map(([ok, httpStatus]) => anInvalidAttempt({ ok, httpStatus }));

/** Attempts that fail in only one or two ways, so that failures repeat. */
export function monotonous(size: { maxLength: number }): fc.Arbitrary<Attempt[]> {
  return fc
    .array(fc.constantFrom(...failureKinds), { minLength: 1, maxLength: 2 })
    .chain((some) =>
      series(fc.oneof({ arbitrary: failedAs(...some), weight: 5 }, anyAttempt), size),
    );
}

export const anyAttempt = fc.oneof(passed, failed, invalid);

/** Attempts in order, with room for gates between them. */
export function series(
  one: fc.Arbitrary<Attempt>,
  size: { minLength?: number; maxLength?: number } = {},
): fc.Arbitrary<Attempt[]> {
  return fc.array(one, { maxLength: 6, ...size }).map(spaced);
}

/** Gates around each attempt of `series`; any of them may have failed. */
export const anyGates: fc.Arbitrary<Gate[]> = fc
  .array(fc.boolean(), { minLength: 8, maxLength: 8 })
  .map((all) => all.map((passes, index) => aGate(20 * index, { passed: passes })));

export const publicAddress = fc.constantFrom('93.184.216.34', '8.8.4.4', '149.154.167.99');
export const bogonAddress = fc.constantFrom(
  '0.0.0.0',
  '10.10.34.35',
  '127.0.0.1',
  '100.64.0.1',
  '192.168.1.1',
  '::1',
);

/** Answers for one name, each from a different resolver. */
export function resolutionsOf(name: string): fc.Arbitrary<Resolution[]> {
  const one = fc.record({
    national: fc.boolean(),
    rcode: fc.constantFrom('NOERROR', 'NXDOMAIN', 'REFUSED', null),
    addresses: fc.array(fc.oneof(publicAddress, bogonAddress), { maxLength: 2 }),
  });
  return fc.array(one, { maxLength: 4 }).map((all) =>
    all.map(({ national, rcode, addresses }, index) =>
      aResolution({
        name,
        resolver: `resolver-${index}`,
        national,
        rcode,
        addresses: rcode === 'NOERROR' ? addresses : [],
      }),
    ),
  );
}

/** Probes of a name's servers by address alone; with `completes` false, none completes a handshake. */
export function addressProbesOf(
  name: string,
  { completes = true } = {},
): fc.Arbitrary<AddressProbe[]> {
  const failing = failedAs('timeout', 'reset', 'refused', 'handshake');
  const one = completes ? fc.oneof(passed, failing, invalid) : fc.oneof(failing, invalid);
  return fc
    .array(series(one, { minLength: 1, maxLength: 3 }), { maxLength: 2 })
    .map((all) =>
      all.map((attempts, index) =>
        anAddressProbe({ name, address: `93.184.216.${index + 1}`, attempts }),
      ),
    );
}
