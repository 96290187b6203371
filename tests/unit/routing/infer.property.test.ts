import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoutingSignal, RoutingVerdict } from '../../../lib/model/route.ts';
import type { Confidence } from '../../../lib/model/state.ts';
import { inferRoute, routingOf } from '../../../lib/routing/infer.ts';
import type { Place } from '../../../lib/routing/observation.ts';
import { signalsOf } from '../../../lib/routing/signals.ts';
import { anEcho, aRouting } from '../../helpers/routing.ts';

const levels: Confidence[] = ['low', 'medium', 'high'];
const levelOf = (confidence: Confidence) => levels.indexOf(confidence);

const anEchoAnswer = fc
  .record({
    group: fc.constantFrom('foreign', 'foreign', 'foreign', 'domestic'),
    exit: fc.nat({ max: 2 }),
    family: fc.constantFrom(4, 4, 6),
    country: fc.constantFrom('RU', 'NL', 'NL', 'TR', null),
    network: fc.constantFrom('hosting', 'relay', 'access', null),
    tunnel: fc.constantFrom('warp', 'tor', 'gateway', 'none', null),
  } as const)
  .map(anEcho);
const places: Place[] = [
  { country: 'SG', latitude: 1.4, longitude: 104 },
  { country: 'NL', latitude: 52.3, longitude: 4.8 },
  { country: 'RU', latitude: 43.1, longitude: 131.9 },
];
const someSites = fc.array(fc.boolean(), { maxLength: 3 });
const anyRouting = fc
  .record({
    echoes: fc.oneof(
      fc.array(anEchoAnswer, { maxLength: 5 }),
      // Random answers would mostly disagree.
      fc
        .tuple(
          fc.constantFrom('RU', 'NL', 'TR'),
          fc.array(anEchoAnswer, { minLength: 2, maxLength: 5 }),
        )
        .map(([country, echoes]) => echoes.map((one) => ({ ...one, country }))),
    ),
    timeZone: fc.constantFrom('Europe/Moscow', 'Europe/Amsterdam', 'Europe/Berlin', 'UTC', null),
    statedHome: fc.constantFrom(null, null, 'RU', 'NL', 'TR', 'KZ'),
    callExit: fc.constantFrom('same', 'different', 'unknown'),
    canariesOpen: someSites,
    homeOnlyOpen: someSites,
    fakeAddresses: fc.constantFrom('none', 'private', 'reserved'),
    exitChanged: fc.constantFrom(true, false, null),
    line: fc.record({
      answers: fc.array(
        fc.record({ from: fc.constantFrom(...places), roundTripMs: fc.nat({ max: 120 }) }),
        { maxLength: 2 },
      ),
      endsNearby: fc.array(fc.boolean(), { maxLength: 4 }),
      proxy: fc.constantFrom('http', 'socks', null),
    }),
  } as const)
  .map(aRouting);
const anySignals = fc
  .tuple(anyRouting, fc.nat({ max: 3 }))
  .map(([seen, changed]) => signalsOf(seen, changed));

const towards: Record<RoutingVerdict, RoutingSignal['points'][]> = {
  direct: ['direct', 'none'],
  vpn_likely: ['vpn', 'none'],
  split: ['split', 'vpn'],
  unknown: [],
};

describe('for any observation', () => {
  it('the loss of a signal never raises the confidence', () => {
    fc.assert(
      fc.property(anySignals, (signals) => {
        const whole = levelOf(inferRoute(signals).confidence);

        for (const lost of signals) {
          const rest = inferRoute(signals.filter((one) => one !== lost));
          expect(levelOf(rest.confidence), lost.id).toBeLessThanOrEqual(whole);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a confidence above low needs two kinds of signal', () => {
    fc.assert(
      fc.property(anySignals, (signals) => {
        const { verdict, confidence } = inferRoute(signals);
        if (confidence === 'low') return;
        const agreeing = signals.filter(({ points }) => towards[verdict].includes(points));

        expect(new Set(agreeing.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });

  it('every signal appears once, with a sentence', () => {
    fc.assert(
      fc.property(anySignals, (signals) => {
        const ids = signals.map(({ id }) => id);

        expect(new Set(ids).size).toBe(ids.length);
        expect(signals.every(({ detail }) => /^[A-Z].*\.$/.test(detail))).toBe(true);
      }),
    );
  });

  it('the result names the exit only where it may be kept', () => {
    fc.assert(
      fc.property(anyRouting, (seen) => {
        const kept = routingOf({ ...seen, recordExit: false }, 0);

        expect(kept.exitCountry).toBeUndefined();
        expect(kept.exitAsn).toBeUndefined();
        expect(JSON.stringify(kept)).not.toMatch(/NL|TR|KZ|Moscow|Amsterdam/);
      }),
    );
  });
});
