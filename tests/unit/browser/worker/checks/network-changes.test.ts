import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onNetworkChange } from '../../../../../lib/browser/worker/checks/network-changes.ts';

type Estimates = { type?: string; rtt: number; effectiveType: string; onLine?: boolean };

let worker: EventTarget;

beforeEach(() => {
  worker = new EventTarget();
  vi.stubGlobal('self', worker);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A browser that reports `first`, and then each of `later`; how often it noticed a change of network. */
function noticed(first: Estimates, ...later: Estimates[]): number {
  const connection = Object.assign(new EventTarget(), first);
  const { onLine = true } = first;
  const navigator = { connection, onLine };
  vi.stubGlobal('navigator', navigator);
  const listener = vi.fn();
  onNetworkChange(listener);
  for (const { onLine: isLinked = true, ...one } of later) {
    Object.assign(connection, one);
    navigator.onLine = isLinked;
    connection.dispatchEvent(new Event('change'));
  }
  return listener.mock.calls.length;
}

const quick: Estimates = { rtt: 50, effectiveType: '4g' };
const slow: Estimates = { rtt: 300, effectiveType: '3g' };
const of = (type: string): Estimates => ({ ...quick, type });

it.each([
  ['on a desktop', quick, slow],
  ['on a phone', of('wifi'), { ...slow, type: 'wifi' }],
])('does not take for another network what was measured of the same one %s', (_where, ...seen) => {
  const [first, later] = seen;

  expect(noticed(first, later, first)).toBe(0);
});

it.each([
  ['another type', ['wifi', 'cellular'], 1],
  ['another type and back', ['wifi', 'cellular', 'wifi'], 2],
  ['another type after none', ['wifi', 'none', 'cellular'], 1],
  ['the same type after none', ['wifi', 'none', 'wifi'], 0],
  ['the same type after an unknown one', ['wifi', 'unknown', 'wifi'], 0],
  ['its first type', ['unknown', 'wifi'], 0],
])('takes %s for another network as often as it is one', (_what, [first, ...later], times) => {
  expect(noticed(of(first ?? ''), ...later.map(of))).toBe(times);
});

it.each([
  ['while it runs', [quick, { ...quick, onLine: false }, quick, slow], 1],
  ['as it starts without one', [{ ...quick, onLine: false }, slow], 1],
  ['twice', [quick, { ...quick, onLine: false }, quick, { ...quick, onLine: false }, quick], 2],
])(
  'takes a link that is back for another network in a service worker: %s',
  (_when, seen, times) => {
    const [first = quick, ...later] = seen;

    expect(noticed(first, ...later)).toBe(times);
  },
);

it.each([
  ['that reports connections', { connection: Object.assign(new EventTarget(), quick) }],
  ['that does not', {}],
])('takes a link that is back for another network, in a browser %s', (_which, navigator) => {
  vi.stubGlobal('navigator', navigator);
  const listener = vi.fn();
  onNetworkChange(listener);

  worker.dispatchEvent(new Event('online'));

  expect(listener).toHaveBeenCalledOnce();
});
