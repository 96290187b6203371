import { expect, it } from 'vitest';
import { byWindow } from '../../../../lib/diagnose/chance/mostly-fails.ts';
import { emptyWindow } from '../../../../lib/diagnose/chance/window.ts';
import { insufficient, reached, type Verdict } from '../../../../lib/diagnose/verdict.ts';
import type { Mechanism } from '../../../../lib/model/mechanism.ts';
import type { NetworkState } from '../../../../lib/model/state.ts';
import { aVerdict } from '../../../helpers/evidence.ts';

const verdict: Verdict = {
  state: 'likely_blocked',
  confidence: 'medium',
  locus: 'unknown',
  mechanisms: ['timeout'],
  reason: 'unreachable',
  artefact: false,
};

/** Every fifth try failed, and now three in a row. */
const window = {
  ...emptyWindow('chat/web'),
  tries: '....x....x....x....x....xxx'.split('').map((one) => ({
    at: '2026-11-26T00:00:00.000Z',
    ok: one === '.',
    mechanism: one === 'x' ? ('timeout' as const) : null,
  })),
};

const stateOn = (state: NetworkState) => byWindow(verdict, window, { state }).state;

it('takes failures that their share before explains for chance on a good network', () => {
  expect(stateOn('normal')).toBe('impaired');
});

it.each(['allowlist', 'degraded', 'offline', 'captive_portal'] as const)(
  'leaves what a network decides that is %s',
  (state) => {
    expect(stateOn(state)).toBe('likely_blocked');
  },
);

const tooFew = insufficient('too-few-attempts');

/** Every second try failed. */
function half(...mechanisms: (Mechanism | null)[]) {
  const tries = mechanisms.map((mechanism) => ({
    at: '2026-11-26T00:00:00.000Z',
    ok: mechanism === null,
    mechanism,
  }));
  return { ...emptyWindow('chat/web'), tries, sum: 8, mostlyFails: true };
}

const steadyHalf = half(null, 'dns.error', null, 'dns.error', null, 'dns.error');

it('keeps to what adds up where a round alone has too few attempts to tell', () => {
  expect(byWindow(tooFew, steadyHalf, { state: 'normal' })).toMatchObject({
    state: 'impaired',
    confidence: 'low',
    mechanisms: ['dns.error'],
    reason: 'mostly-fails',
  });
});

it.each(['allowlist', 'degraded', 'offline', 'captive_portal'] as const)(
  'says nothing of too few attempts on a network that is %s',
  (state) => {
    expect(byWindow(tooFew, steadyHalf, { state })).toEqual(tooFew);
  },
);

it('says nothing where attempts are no evidence for another reason', () => {
  const changed = insufficient('network-changed');

  expect(byWindow(changed, steadyHalf, { state: 'normal' })).toEqual(changed);
});

it('has no label of what was met once, beside what was met again and again', () => {
  const tried = half(null, 'dns.error', null, 'timeout', null, 'dns.error', null);

  expect(byWindow(reached('high'), tried, { state: 'normal' }).mechanisms).toEqual(['dns.error']);
});

it('has no shallow label beside a deeper one of the same kind', () => {
  const tried = half(null, 'timeout', null, 'tls.timeout', null, 'timeout', null, 'tls.timeout');

  expect(byWindow(reached('high'), tried, { state: 'normal' }).mechanisms).toEqual(['tls.timeout']);
});

it('has the labels of all kinds that were met once, where there is no other', () => {
  const tried = half(null, 'reset', null, 'timeout', null);

  expect(byWindow(reached('high'), tried, { state: 'normal' }).mechanisms).toEqual([
    'reset',
    'timeout',
  ]);
});

const outage = aVerdict({ state: 'down', locus: 'server_side', reason: 'server-error' });

it('is impaired, and not down, while a server answers now and then', () => {
  const tried = half(null, 'http.error', null, 'http.error', null, 'http.error');

  expect(byWindow(outage, tried, { state: 'normal' })).toMatchObject({
    state: 'impaired',
    locus: 'server_side',
    mechanisms: ['http.error'],
    reason: 'mostly-fails',
  });
});

it('does not say whose fault it is where its connections fail in other ways, too', () => {
  const tried = half(null, 'http.error', 'http.error', 'reset', null, 'reset');

  expect(byWindow(outage, tried, { state: 'normal' })).toMatchObject({
    locus: 'unknown',
    mechanisms: ['http.error', 'reset'],
  });
});

it('stays down where nothing answered of late', () => {
  const tried = { ...half(null, null, 'http.error', 'http.error'), mostlyFails: false };

  expect(byWindow(outage, tried, { state: 'normal' })).toEqual(outage);
});
