import { expect, it } from 'vitest';
import type { RoutingSignal, SignalId } from '../../../lib/model/route.ts';
import type { Confidence } from '../../../lib/model/state.ts';
import { inferRoute } from '../../../lib/routing/infer.ts';

const levels: Confidence[] = ['low', 'medium', 'high'];
const timeoutMs = 180_000;

/**
 * A round has at most one signal of each row, unless the row lists a pair. `addresses-shared` is left out: a round
 * without it has seen the addresses, so its absence is knowledge.
 */
const alternatives: (SignalId | SignalId[])[][] = [
  ['exit-abroad', 'exit-at-home', 'few-echoes', 'families-differ'],
  [
    'clock-there',
    'answers-too-fast-for-home',
    'clock-elsewhere',
    'home-there',
    'home-elsewhere',
    ['home-elsewhere', 'clock-at-exit'],
    ['home-elsewhere', 'clock-elsewhere'],
  ],
  ['network-hosting', 'network-relay', 'network-access'],
  ['tunnel-warp', 'tunnel-tor', 'tunnel-gateway', 'tunnel-none'],
  ['canaries-open', 'canaries-blocked'],
  ['home-only-opens', 'home-only-refuses'],
  ['exits-same', 'exits-differ'],
  ['addresses-reserved', 'addresses-private'],
  ['calls-differ'],
  ['exit-changed', 'exit-changed-services'],
  ['connections-end-nearby'],
  ['browser-proxy'],
];

it(
  'the loss of a signal never raises the confidence of any possible set',
  () => {
    const sets = alternatives.reduce<SignalId[][]>(
      (found, row) => found.flatMap((ids) => [ids, ...row.map((seen) => [...ids, seen].flat())]),
      [[]],
    );

    const wrong = sets.filter((ids) => ids.some((lost) => sureness(ids, lost) > sureness(ids)));

    expect(sets.length).toBeGreaterThan(900_000);
    expect(wrong).toEqual([]);
  },
  timeoutMs,
);

function sureness(ids: readonly SignalId[], lost?: SignalId): number {
  const signals = ids.filter((id) => id !== lost).map((id) => ({ id }) as RoutingSignal);
  return levels.indexOf(inferRoute(signals).confidence);
}
