import { expect, it } from 'vitest';
import { byWindow } from '../../../../lib/diagnose/chance/mostly-fails.ts';
import { emptyWindow } from '../../../../lib/diagnose/chance/window.ts';
import type { Verdict } from '../../../../lib/diagnose/verdict.ts';
import type { NetworkState } from '../../../../lib/model/state.ts';

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
