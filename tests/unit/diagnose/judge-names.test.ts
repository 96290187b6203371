import { describe, expect, it } from 'vitest';
import type { ServiceEvidence } from '../../../lib/diagnose/evidence/round-evidence.ts';
import { diagnoseRound } from '../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../lib/model/attempt.ts';
import type { Standing } from '../../../lib/model/standing.ts';
import { aFailure, anAttempt } from '../../helpers/attempts.ts';
import { aService, aTarget } from '../../helpers/catalog.ts';
import { at } from '../../helpers/clock.ts';
import { aGate, aResolution, aRoundEvidence, aServiceEvidence } from '../../helpers/evidence.ts';

const names = ['one.chat.example', 'two.chat.example'];
const chat = aService({
  targets: names.map((name) => aTarget({ id: name, urls: [`https://${name}/`] })),
});
const others = Array.from({ length: 12 }, (_, index) =>
  aService({
    id: `other-${index}`,
    targets: [aTarget({ id: `other-${index}/web`, urls: [`https://other-${index}.example/`] })],
    sentinel: `other-${index}/web`,
  }),
);

/** What a round sees: of two names of a service, and of a name of some other services. `n` is a miss, `.` an answer. */
interface Seen {
  own?: [string, string];
  elsewhere?: string[];
}

function attemptsOf(letters: string, seconds: number): Attempt[] {
  return letters.split('').map((letter, index) => ({
    ...(letter === 'n' ? aFailure('name') : anAttempt()),
    n: index + 1,
    startedAt: at(seconds + 10 + 20 * index),
  }));
}

/** Rounds a quarter of an hour apart: what each says of the service's two names. */
function play(rounds: readonly Seen[], national: string[] = []): string[] {
  let standings = new Map<string, Standing>();
  const said = rounds.map(({ own = ['.', '.'], elsewhere = [] }, index) => {
    const seconds = 900 * index;
    const seen = names.map((name, place) => [name, attemptsOf(own[place] ?? '.', seconds)]);
    const services: ServiceEvidence[] = [
      aServiceEvidence(Object.fromEntries(seen), { service: chat }),
      ...others.map((service, place) => {
        const attempts = attemptsOf(elsewhere[place] ?? '.', seconds);
        return aServiceEvidence({ [service.sentinel]: attempts }, { service });
      }),
    ];
    const resolutions = [
      ...names.flatMap((name) => ['a', 'b'].map((resolver) => aResolution({ name, resolver }))),
      ...national.map((name) =>
        aResolution({ name, resolver: 'home', national: true, rcode: 'NXDOMAIN', addresses: [] }),
      ),
    ];
    const diagnosed = diagnoseRound(
      aRoundEvidence({
        id: `round-${index}`,
        startedAt: at(seconds),
        gates: [0, 20, 40, 60, 80].map((offset) => aGate(seconds + offset)),
        resolutions,
        services,
      }),
      standings,
    );
    standings = new Map(diagnosed.standings.map((one) => [one.service, one]));
    return (diagnosed.round.services[0]?.targets ?? []).map(({ state }) => state).join(' ');
  });
  return said.slice(-2);
}

const several = (times: number, seen: Seen): Seen[] => Array.from({ length: times }, () => seen);

const missed: Seen = { own: ['nnn', 'nnn'] };
const blocked = 'blocked blocked';
const insufficient = 'insufficient insufficient';

describe('two names of a service that the resolver misses', () => {
  it.each<[string, Seen[], string]>([
    ['others are found', [{}, {}], '.'],
    ['another was missed for a moment', [{ elsewhere: ['n'] }, {}], '.'],
    ['another is missed since before', several(2, { elsewhere: ['nnn'] }), 'nnn'],
    ['another was missed for long', [...several(3, { elsewhere: ['nnn'] }), {}], '.'],
  ])('are withheld at once where %s', (_case, before, other) => {
    expect(play([...before, { ...missed, elsewhere: [other] }])[1]).toBe(blocked);
  });

  it('are not proven to be where others were missed and found again', () => {
    const before = [{ elsewhere: ['nnn'] }, {}];

    expect(play([...before, missed, missed])).toEqual([insufficient, blocked]);
  });

  it('are not proven to be for longer, the more others are', () => {
    const noisy = { elsewhere: ['nnn', 'nnn', 'nnn'] };
    const quiet = { elsewhere: ['.', '.', '.'] };
    const before = [noisy, quiet, noisy, quiet];

    // Of 60, 72 and 84 answers elsewhere six are such: 0.07 to the sixth power is less than 1e-6.
    expect(play([...before, ...several(2, missed)])).toEqual([insufficient, insufficient]);
    expect(play([...before, ...several(3, missed)])[1]).toBe(blocked);
  });

  it('are withheld at once where a national resolver withholds them, too', () => {
    const before = [{ elsewhere: ['nnn'] }, {}];

    expect(play([...before, missed], names)[1]).toBe(blocked);
  });
});

it('counts how often one name is missed in a row', () => {
  const before = [{ elsewhere: ['nnn'] }, {}];
  const alone: Seen = { own: ['nnn', '.'] };

  expect(play([...before, ...several(3, alone)])).toEqual([
    'likely_blocked ok',
    'likely_blocked ok',
  ]);
  expect(play([...before, ...several(4, alone)])[1]).toBe('blocked ok');
});
