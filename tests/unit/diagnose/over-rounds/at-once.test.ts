import { describe, expect, it } from 'vitest';
import { transferBytes } from '../../../../lib/catalog/transfer-bytes.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { Trigger } from '../../../../lib/model/round.ts';
import type { Standing } from '../../../../lib/model/standing.ts';
import { aFailure, anAttempt, anInvalidAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import {
  aControlEvidence,
  aGate,
  aRoundEvidence,
  aServiceEvidence,
} from '../../../helpers/evidence.ts';
import { aRouting } from '../../../helpers/routing.ts';

const ids = ['chat/web', 'chat/site', 'chat/app'];
const service = aService({
  targets: [
    ...ids.map((id) => aTarget({ id })),
    aTarget({ id: 'chat/download', kind: 'download' }),
    aTarget({ id: 'chat/upload', kind: 'upload' }),
    aTarget({ id: 'chat/plain', kind: 'http', votes: false }),
  ],
});

const blocked: Standing = {
  service: 'chat',
  state: 'blocked',
  since: at(-900),
  mechanisms: ['tls.timeout'],
  candidate: null,
  candidateRounds: [],
  rounds: ['round-0'],
};

interface Played {
  trigger?: Trigger;
  exitChanged?: boolean;
  attempts?: Record<string, Attempt[]>;
  /** What the only control answered. */
  control?: Attempt;
}

const untold = anAttempt({ reusedConnection: null });
const open = Object.fromEntries(ids.map((id) => [id, [anAttempt()]]));
const closed = Object.fromEntries(ids.map((id) => [id, repeated('timeout', 3)]));

function later(attempts: Record<string, Attempt[]>, seconds: number): Record<string, Attempt[]> {
  const moved = Object.entries(attempts).map(([id, all]) => [
    id,
    all.map((one, turn) => ({ ...one, startedAt: at(seconds + 10 + 20 * turn) })),
  ]);
  return Object.fromEntries(moved);
}

/** Rounds one after the other; what is shown after each. */
function play(...rounds: Played[]) {
  return playAfter(blocked, ...rounds);
}

function playAfter(before: Standing, ...rounds: Played[]) {
  let standings = new Map([['chat', before]]);
  return rounds.map(({ trigger = 'manual', exitChanged, attempts = open, control }, index) => {
    const diagnosed = diagnoseRound(
      aRoundEvidence({
        id: `round-${index + 1}`,
        trigger,
        routing: exitChanged === undefined ? null : aRouting({ exitChanged }),
        startedAt: at(900 * index),
        gates: [0, 1, 2, 3].map((turn) => aGate(900 * index + 20 * turn)),
        controls: [aControlEvidence({ attempts: [control ?? anAttempt()] })],
        services: [aServiceEvidence(later(attempts, 900 * index), { service })],
      }),
      standings,
    );
    standings = new Map(diagnosed.standings.map((one) => [one.service, one]));
    const [shown] = diagnosed.round.services;
    return [shown?.state, shown?.confidence, standings.get('chat')?.candidate];
  });
}

describe('a blocked service that opens', () => {
  it('is shown as open at once where a person asked, and confirmed like any change', () => {
    const confirming = { trigger: 'confirm' } as const;

    expect(play({}, confirming, confirming)).toEqual([
      ['ok', 'low', 'ok'],
      ['ok', 'low', 'ok'],
      ['ok', 'high', null],
    ]);
  });

  it('is shown so where the route changed', () => {
    expect(play({ trigger: 'confirm', exitChanged: true })[0]?.[0]).toBe('ok');
  });

  it.each<[string, Played]>([
    ['by a scheduled round', { trigger: 'schedule' }],
    ['where the route is as it was', { trigger: 'schedule', exitChanged: false }],
    ['by fewer than three connections', { attempts: { 'chat/web': [anAttempt()] } }],
    [
      'by connections from before',
      { attempts: { ...open, 'chat/web': [anAttempt({ reusedConnection: true })] } },
    ],
    [
      'by connections of which the browser does not tell whether they are from before',
      { control: untold, attempts: Object.fromEntries(ids.map((id) => [id, [untold]])) },
    ],
    [
      'where one of them failed',
      { attempts: { ...open, 'chat/web': [aFailure('timeout'), anAttempt(), anAttempt()] } },
    ],
  ])('is not shown so %s', (_case, round) => {
    expect(play(round)).toEqual([['blocked', expect.anything(), 'ok']]);
  });

  it('is shown so where a name was found that the resolver had kept as missing', () => {
    const kept = { ...open, 'chat/web': [aFailure('name'), anAttempt()] };

    expect(play({ attempts: kept })[0]?.[0]).toBe('ok');
    expect(play({ attempts: { ...open, 'chat/web': [anAttempt(), aFailure('name')] } })).toEqual([
      ['blocked', expect.anything(), 'ok'],
    ]);
  });

  it.each([
    ['a notice of somebody else stands', aFailure('unclear', { httpStatus: 200 })],
    ['a connection is cut off', aFailure('reset')],
    ['nobody answers', aFailure('timeout')],
  ])('is shown so where %s in place of the plain page alone', (_case, plain) => {
    expect(play({ attempts: { ...open, 'chat/plain': [plain] } })[0]?.[0]).toBe('ok');
  });

  it('does not open by a connection that does not count', () => {
    const lost = [anAttempt({ valid: false }), anAttempt({ reusedConnection: true })];

    expect(play({ attempts: { ...open, 'chat/site': lost } })[0]?.[0]).toBe('blocked');
  });

  it('is blocked again as soon as a round says so', () => {
    const shown = play({}, { trigger: 'confirm', attempts: closed });

    expect(shown.map(([state]) => state)).toEqual(['ok', 'blocked']);
  });

  it('does not come back as open by scheduled rounds alone after that', () => {
    const again = { trigger: 'schedule' } as const;
    const shown = play({}, { ...again, attempts: closed }, again);

    expect(shown.map(([state]) => state)).toEqual(['ok', 'blocked', 'blocked']);
  });
});

describe('a service whose transfers froze', () => {
  const frozen: Standing = { ...blocked, state: 'impaired', mechanisms: ['tls.throttle.sni'] };
  const whole = anAttempt({ bytes: transferBytes, ttfbMs: 50, totalMs: 100 });
  const without = anInvalidAttempt();

  it.each<[string, string, Record<string, Attempt[]>]>([
    ['not shown as open', 'by small requests alone', {}],
    [
      'not shown as open',
      'while one transfer has no result',
      { upload: [whole], download: [without] },
    ],
    ['shown as open', 'by whole transfers', { upload: [whole], download: [whole] }],
  ])('is %s at once %s', (shown, _case, transfers) => {
    const made = Object.entries(transfers).map(([id, all]) => [`chat/${id}`, all]);
    const attempts = { ...open, ...Object.fromEntries(made) };

    expect(playAfter(frozen, { attempts })[0]?.[0]).toBe(
      shown === 'shown as open' ? 'ok' : 'impaired',
    );
  });
});

describe('a service that fails by chance', () => {
  const impaired: Standing = { ...blocked, state: 'impaired', mechanisms: ['timeout'] };
  const resent = Object.fromEntries(ids.map((id) => [id, [anAttempt({ connectMs: 1_012 })]]));

  it('is shown as open at once where packets were not lost on the way', () => {
    expect(playAfter(impaired, {})).toEqual([['ok', 'low', 'ok']]);
  });

  it('is not where they were, as some rounds get through by chance', () => {
    expect(playAfter(impaired, { attempts: resent })).toEqual([['impaired', 'low', 'ok']]);
  });

  it('is where it was blocked before, as nothing got through then', () => {
    expect(playAfter(blocked, { attempts: resent })).toEqual([['ok', 'low', 'ok']]);
  });
});
