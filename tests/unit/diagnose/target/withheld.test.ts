import { describe, expect, it } from 'vitest';
import type { ControlEvidence } from '../../../../lib/diagnose/evidence/control-evidence.ts';
import type { ServiceEvidence } from '../../../../lib/diagnose/evidence/round-evidence.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { Standing } from '../../../../lib/model/standing.ts';
import { aFailure, anAttempt, repeated, spaced } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import {
  aControlEvidence,
  aResolution,
  aRoundEvidence,
  aServiceEvidence,
} from '../../../helpers/evidence.ts';
import { aRouting } from '../../../helpers/routing.ts';

const names = ['one.chat.example', 'two.chat.example'];
const service = aService({
  targets: names.map((name) => aTarget({ id: name, urls: [`https://${name}/`] })),
});
const trusted = names.flatMap((name) =>
  ['one', 'two'].map((resolver) => aResolution({ name, resolver })),
);
const national = aResolution({
  name: 'one.chat.example',
  resolver: 'national',
  national: true,
  rcode: 'NXDOMAIN',
  addresses: [],
});

interface Played {
  failing: number;
  seconds: number;
  /** Of two neutral sites. */
  controls?: Attempt[];
  /** Other controls. */
  others?: ControlEvidence[];
  /** Other services, of which a name was found at the second attempt. */
  foundLate?: number;
  resolutions?: typeof trusted;
  /** What followed of the failing names. */
  later?: (place: number) => Attempt[];
  /** Names that are to be asked again yet. */
  awaited?: string[];
  /** Since the round before. */
  exitChanged?: boolean;
  /** In seconds after the first round; what was before may have been on another route. */
  sameSince?: number;
}

const foundLate = spaced([aFailure('name'), anAttempt()]);

function anotherFoundLate(id: string): ServiceEvidence {
  const target = aTarget({ id: `${id}/web`, urls: [`https://web.${id}.example/`] });
  const other = aService({ id, targets: [target], sentinel: target.id });
  return aServiceEvidence({ [target.id]: foundLate }, { service: other });
}

/** Rounds in which names do not resolve, so many seconds after the first; what each saw of the first name. */
function play(...rounds: Played[]) {
  return statesOf(...rounds).map(([first]) => first);
}

/** What each round saw of each name. */
function statesOf(...rounds: Played[]) {
  let standings = new Map<string, Standing>();
  return rounds.map(
    (
      {
        failing,
        seconds,
        resolutions = trusted,
        controls = [anAttempt()],
        others = [],
        foundLate: late = 0,
        later = () => [],
        awaited = [],
        exitChanged = false,
        sameSince,
      },
      index,
    ) => {
      const seen = names.map((name, place) => [
        name,
        place < failing ? spaced([...repeated('name', 3), ...later(place)]) : [anAttempt()],
      ]);
      const diagnosed = diagnoseRound(
        aRoundEvidence({
          id: `round-${index}`,
          startedAt: at(seconds),
          awaited,
          routing: aRouting({ exitChanged }),
          ...(sameSince !== undefined && { routeSince: at(sameSince) }),
          resolutions,
          controls: [
            ...['one', 'two'].map((id) => aControlEvidence({ id, attempts: controls })),
            ...others,
          ],
          services: [
            aServiceEvidence(Object.fromEntries(seen), { service }),
            ...Array.from({ length: late }, (_, place) => anotherFoundLate(`other-${place}`)),
          ],
        }),
        standings,
      );
      standings = new Map(diagnosed.standings.map((one) => [one.service, one]));
      const [chat] = diagnosed.round.services;
      return (chat?.targets ?? []).map(({ state }) => state);
    },
  );
}

describe('a name that only the system’s resolver withholds', () => {
  it('is no proof in one round: a wrong answer may be cached', () => {
    expect(play({ failing: 1, seconds: 0 })).toEqual(['likely_blocked']);
  });

  it.each([
    [60, 'likely_blocked'],
    [300, 'likely_blocked'],
    [360, 'blocked'],
    [900, 'blocked'],
    [90_000, 'likely_blocked'],
  ])('is withheld again after %i s: %s', (seconds, state) => {
    expect(play({ failing: 1, seconds: 0 }, { failing: 1, seconds })[1]).toBe(state);
  });

  it('is first seen once the clock is set back to before it was', () => {
    const rounds = [10_800, 0, 300, 360].map((seconds) => ({ failing: 1, seconds }));

    expect(play(...rounds)).toEqual([...Array(3).fill('likely_blocked'), 'blocked']);
  });

  it.each([
    [5, 'likely_blocked'],
    [6, 'blocked'],
  ])('counts from when it was first seen, if no more than 5 s ahead: %i', (ahead, state) => {
    const rounds = [ahead, 0, 360].map((seconds) => ({ failing: 1, seconds }));

    expect(play(...rounds)[2]).toBe(state);
  });

  it('is first seen after the route has changed, as the answer may be kept', () => {
    const rounds = [
      { failing: 1, seconds: 0 },
      { failing: 1, seconds: 7_200, exitChanged: true },
      { failing: 1, seconds: 7_260 },
      { failing: 1, seconds: 7_560 },
    ];

    expect(play(...rounds).slice(1)).toEqual(['likely_blocked', 'likely_blocked', 'blocked']);
  });

  it.each([
    [-60, 'blocked'],
    [0, 'blocked'],
    [1, 'likely_blocked'],
    [43_200, 'likely_blocked'],
  ])(
    'is withheld again on a route that is known to be the same since %i s: %s',
    (sameSince, state) => {
      const rounds = [
        { failing: 1, seconds: 0 },
        { failing: 1, seconds: 43_200, sameSince },
      ];

      expect(play(...rounds)[1]).toBe(state);
    },
  );

  it('counts anew on a route that may be another', () => {
    const rounds = [0, 43_200, 43_500, 43_560].map((seconds) => ({
      failing: 1,
      seconds,
      ...(seconds > 0 && { sameSince: 43_200 }),
    }));

    expect(play(...rounds).slice(1)).toEqual(['likely_blocked', 'likely_blocked', 'blocked']);
  });

  it('is proof at once where another name is withheld too', () => {
    expect(play({ failing: 2, seconds: 0 })).toEqual(['blocked']);
  });

  it.each<[string, Attempt[], string]>([
    ['got through', [anAttempt()], 'likely_blocked'],
    ['was cut off', [aFailure('reset')], 'likely_blocked'],
    ['was refused', [aFailure('refused')], 'likely_blocked'],
    ['was silent', [aFailure('timeout')], 'blocked'],
    ['ended in an unclear way', [aFailure('unclear')], 'blocked'],
    ['does not count', [{ ...anAttempt(), valid: false }], 'blocked'],
    ['got through and was missed again', [anAttempt(), aFailure('name')], 'blocked'],
  ])('where another was withheld too, which then %s', (_how, attempts, state) => {
    const later = (place: number) => (place === 1 ? attempts : []);

    expect(play({ failing: 2, seconds: 0, later })).toEqual([state]);
  });

  it('is no proof while another is to be asked again, nor while it is itself', () => {
    for (const awaited of [names, names.slice(0, 1), names.slice(1)]) {
      expect(statesOf({ failing: 2, seconds: 0, awaited })).toEqual([
        ['likely_blocked', 'likely_blocked'],
      ]);
    }
  });

  it('is no proof beside another that was withheld before', () => {
    const rounds = [1, 2, 2].map((failing, index) => ({ failing, seconds: 400 * index }));

    expect(statesOf(...rounds).slice(1)).toEqual([
      ['blocked', 'likely_blocked'],
      ['blocked', 'blocked'],
    ]);
  });

  it('is proof at once where a national resolver says the same', () => {
    const resolutions = [...trusted, national];

    expect(play({ failing: 1, seconds: 0, resolutions })).toEqual(['blocked']);
  });

  it('is no proof where the resolver fails on neutral names at times', () => {
    const round = { failing: 2, seconds: 0, controls: spaced([aFailure('name'), anAttempt()]) };

    expect(play(round)).toEqual(['insufficient']);
  });

  it.each<[string, Partial<Played>, string]>([
    [
      'one neutral site and another service',
      { foundLate: 1, others: [aControlEvidence({ id: 'late', attempts: foundLate })] },
      'likely_blocked',
    ],
    ['three other services', { foundLate: 3 }, 'insufficient'],
    [
      'one neutral site',
      { others: [aControlEvidence({ id: 'late', attempts: foundLate })] },
      'blocked',
    ],
    ['two other services', { foundLate: 2 }, 'blocked'],
  ])('where the resolver fails at times on names of %s', (_case, round, state) => {
    expect(play({ failing: 2, seconds: 0, ...round })).toEqual([state]);
  });

  it('is remembered of no such round', () => {
    const noisy = { failing: 2, seconds: 0, controls: spaced([aFailure('name'), anAttempt()]) };

    expect(play(noisy, { failing: 1, seconds: 900 })[1]).toBe('likely_blocked');
  });

  const gone = (operators: number) =>
    Array.from({ length: operators }, (_, index) =>
      aControlEvidence({ id: `gone ${index}`, attempts: repeated('name', 2) }),
    );

  it.each([
    [1, 'blocked'],
    [2, 'likely_blocked'],
  ])('beside neutral sites of %i operators that are not found either is %s', (count, state) => {
    expect(play({ failing: 2, seconds: 0, others: gone(count) })).toEqual([state]);
  });

  it('is proof beside servers by address, of which no name can be missed', () => {
    const others = gone(2).map((one) => ({ ...one, group: 'dns' as const }));

    expect(play({ failing: 2, seconds: 0, others })).toEqual(['blocked']);
  });

  it('is no proof beside them minutes later either', () => {
    const rounds = [0, 900].map((seconds) => ({ failing: 1, seconds, others: gone(2) }));

    expect(play(...rounds)[1]).toBe('likely_blocked');
  });

  it.each([
    [3, 'blocked'],
    [4, 'likely_blocked'],
  ])('of which a national resolver says the same is, beside %i, %s', (count, state) => {
    const resolutions = [...trusted, national];

    expect(play({ failing: 1, seconds: 0, resolutions, others: gone(count) })).toEqual([state]);
  });

  it('is proof beside many sites of one operator that are not found', () => {
    const others = gone(6).map((one) => ({ ...one, operator: 'one' }));

    expect(play({ failing: 2, seconds: 0, others })).toEqual(['blocked']);
  });

  it('begins anew where it resolved in between', () => {
    const rounds = [1, 0, 1].map((failing, index) => ({ failing, seconds: 900 * index }));

    expect(play(...rounds)[2]).toBe('likely_blocked');
  });

  it('adds up over rounds a minute apart', () => {
    const rounds = [0, 120, 240, 360].map((seconds) => ({ failing: 1, seconds }));

    expect(play(...rounds)).toEqual([...Array(3).fill('likely_blocked'), 'blocked']);
  });
});

it('is no proof of one service’s name that another service’s names are withheld', () => {
  const services = ['one.chat.example', 'two.chat.example'].map((name, index) => {
    const own = aService({
      id: `service-${index}`,
      targets: [aTarget({ urls: [`https://${name}/`] })],
    });
    return aServiceEvidence({ 'chat/web': repeated('name', 3) }, { service: own });
  });

  const { round } = diagnoseRound(aRoundEvidence({ resolutions: trusted, services }), new Map());

  expect(round.services.map(({ state }) => state)).toEqual(['likely_blocked', 'likely_blocked']);
});
