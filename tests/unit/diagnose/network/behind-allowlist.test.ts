import { expect, it } from 'vitest';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { Standing } from '../../../../lib/model/standing.ts';
import type { NetworkState } from '../../../../lib/model/state.ts';
import { aFailure, anAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import {
  aControlEvidence,
  aGate,
  aNetwork,
  aRoundEvidence,
  aServiceEvidence,
} from '../../../helpers/evidence.ts';

const service = aService({ targets: [aTarget({ id: 'chat/web' })] });
const list = aNetwork({ state: 'allowlist', confidence: 'medium' });
const controlsThat = (attempt: Attempt) =>
  Array.from({ length: 10 }, (_, index) =>
    aControlEvidence({ id: `site-${index}`, attempts: [attempt] }),
  );

/** Rounds of one target a quarter of an hour apart: `x` is silence, `.` gets through; in capitals behind an allowlist (`X`, `O`). */
function play(...rounds: string[]) {
  let standings = new Map<string, Standing>();
  return rounds.map((tries, index) => {
    const attempts = tries.split('').map((one, turn) => {
      const when = { n: turn + 1, startedAt: at(900 * index + 10 + 20 * turn) };
      return 'xX'.includes(one) ? aFailure('timeout', when) : anAttempt(when);
    });
    const diagnosed = diagnoseRound(
      aRoundEvidence({
        id: `round-${index}`,
        startedAt: at(900 * index),
        services: [aServiceEvidence({ 'chat/web': attempts }, { service })],
        controls: controlsThat(/[XO]/.test(tries) ? aFailure('timeout') : anAttempt()),
        network: /[XO]/.test(tries) ? list : aNetwork(),
        gates: [0, 1, 2, 3, 4].map((turn) => aGate(900 * index + 20 * turn)),
      }),
      standings,
    );
    standings = new Map(diagnosed.standings.map((one) => [one.service, one]));
    const [seen] = diagnosed.round.services;
    return { said: [seen?.roundState, seen?.reason], recent: seen?.targets[0]?.recent };
  });
}

const open = ['ok', 'got-through'];
const unlisted = ['likely_blocked', 'network-allowlist'];

it('says the same of a list that comes and goes, however often', () => {
  const turn = ['XXX', 'XXX', '.', '.'];
  const seen = [unlisted, unlisted, open, open];

  const said = play('.', '.', ...turn, ...turn, ...turn).map((one) => one.said);

  expect(said).toEqual([open, open, ...seen, ...seen, ...seen]);
});

it('remembers nothing of what fails with all that is not on the list', () => {
  const played = play('.', 'XXX', 'XXX');

  expect(played.at(-1)?.recent).toMatchObject({ tries: 1, failures: 0 });
});

it('remembers what gets through at times, as something on the list does', () => {
  const played = play('XO', 'XO');

  expect(played.at(-1)?.recent).toMatchObject({ tries: 4, failures: 2 });
});

it('takes what mostly failed for shut behind a list, and says so again once it has gone', () => {
  const half = ['x.x', '.xx', 'x.x', 'xx.'];

  const said = play(...half, 'XXX', 'XXX', 'x.x').map((one) => one.said);

  expect(said.slice(-4)).toEqual([
    ['impaired', 'mostly-fails'],
    unlisted,
    unlisted,
    ['impaired', 'mostly-fails'],
  ]);
});

/** @param countries of the operators of services that open, and of those that do not */
function besideSites(
  opening: string[],
  shut: string[],
  { network = list, site = repeated('timeout', 2) } = {},
) {
  const serviceOf = (operatorCountry: string, id: string, attempt: Attempt) =>
    aServiceEvidence(
      { [id]: [attempt] },
      { service: aService({ id, operator: id, operatorCountry, targets: [aTarget({ id })] }) },
    );
  const services = [
    ...opening.map((country, index) => serviceOf(country, `opens-${index}`, anAttempt())),
    ...shut.map((country, index) => serviceOf(country, `shut-${index}`, aFailure('timeout'))),
  ];
  const seen = [
    aControlEvidence({ attempts: site }),
    aControlEvidence({ id: 'home', group: 'domestic' }),
  ];
  const { round } = diagnoseRound(
    aRoundEvidence({ services, controls: seen, network }),
    new Map<string, Standing>(),
  );
  return round.network;
}

it.each<[string, string[], string[], NetworkState]>([
  ['services of most operators abroad open', ['US', 'GB', 'CH'], ['US', 'LU'], 'degraded'],
  ['half of them open', ['US', 'GB', 'CH'], ['US', 'LU', 'VG'], 'allowlist'],
  ['all open, and few were asked', ['US', 'GB'], [], 'allowlist'],
  ['those at home open, and most abroad', ['RU', 'RU', 'US', 'GB'], ['LU'], 'allowlist'],
])('is a list, or not, beside sites at home where %s', (_case, opening, shut, state) => {
  expect(besideSites(opening, shut).state).toBe(state);
});

it('is a list where services alone open, however many', () => {
  const alone = aNetwork({ state: 'allowlist', confidence: 'medium', trouble: 'only-services' });

  expect(besideSites(['US', 'GB', 'CH'], [], { network: alone }).state).toBe('allowlist');
});

it('is no list where a neutral site abroad answers once it was waited for longer', () => {
  const site = [aFailure('timeout'), anAttempt({ totalMs: 9_000 })];

  expect(besideSites([], ['US', 'GB', 'CH'], { site })).toMatchObject({
    state: 'degraded',
    confidence: 'low',
    trouble: 'unclear',
  });
});
