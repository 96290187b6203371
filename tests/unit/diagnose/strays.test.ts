import { expect, it } from 'vitest';
import { diagnoseRound } from '../../../lib/diagnose/round.ts';
import { emptyWindow } from '../../../lib/diagnose/window.ts';
import type { Mechanism } from '../../../lib/model/mechanism.ts';
import type { TargetWindow } from '../../../lib/model/standing.ts';
import { anAttempt, repeated, spaced } from '../../helpers/attempts.ts';
import { aService, aTarget } from '../../helpers/catalog.ts';
import { at } from '../../helpers/clock.ts';
import { aPair, aRoundEvidence, aServiceEvidence } from '../../helpers/evidence.ts';
import { aStanding, standingsOf } from '../../helpers/rounds.ts';

const other = aService({
  id: 'other',
  targets: [aTarget({ id: 'other/web', urls: ['https://web.other.example/'] })],
  sentinel: 'other/web',
});

/** `x` is a failure of the kind, `.` gets through. */
function aWindow(target: string, tries: string, mechanism: Mechanism = 'reset'): TargetWindow {
  return {
    ...emptyWindow(target),
    at: at(-900),
    tries: tries.split('').map((one) => ({
      at: at(-900),
      ok: one === '.',
      mechanism: one === 'x' ? mechanism : null,
    })),
  };
}

/** What came of a round that saw three failures by name, beside what was seen of another service before. */
function resultOf({
  elsewhere = '',
  now = [anAttempt()],
  before = '',
  kind = 'reset' as Mechanism,
  mostlyFails = false,
}) {
  const { round } = diagnoseRound(
    aRoundEvidence({
      addressProbes: aPair(),
      services: [
        aServiceEvidence({ 'chat/web': spaced(repeated('reset', 3)) }),
        { ...aServiceEvidence({ 'other/web': now }), service: other },
      ],
    }),
    standingsOf(
      aStanding({ windows: [aWindow('chat/web', before)] }),
      aStanding({
        service: 'other',
        windows: [
          { ...aWindow('other/web', elsewhere, kind), mostlyFails, sum: mostlyFails ? 8 : 0 },
        ],
      }),
    ),
  );
  return round.services.find(({ id }) => id === 'chat');
}

it('is no proof by name that connections fail three times, where some fail so wherever they lead', () => {
  expect(resultOf({ elsewhere: '....x...........x....' })).toMatchObject({
    roundState: 'likely_blocked',
    confidence: 'low',
    locus: 'unknown',
    mechanisms: ['tls.reset'],
    reason: 'cut-off',
    state: 'ok',
  });
});

it.each([
  ['nothing fails elsewhere', { elsewhere: '.....................' }],
  ['something else fails there', { elsewhere: '....x...........x....', kind: 'timeout' as const }],
  [
    'another service begins to fail',
    { elsewhere: '.................', now: spaced(repeated('reset', 2)) },
  ],
  ['another service mostly fails', { elsewhere: '...xx.xx.x.x.xx.', mostlyFails: true }],
  ['another service failed for hours', { elsewhere: '.......xxxxxxxxx.....' }],
  ['it failed for longer', { elsewhere: '....x...........x....', before: '.........xxx' }],
])('is proof where %s', (_case, past) => {
  expect(resultOf(past)).toMatchObject({ roundState: 'blocked', state: 'blocked' });
});
