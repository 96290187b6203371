import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  type Compared,
  compareOutcomes,
  promisedShare,
} from '../../../lab/judge/compare.ts';
import remembered from '../../../lab/judge/compared.json' with { type: 'json' };
import type { Outcome } from '../../../lab/judge/report.ts';
import type { Scenario } from '../../../lab/scenarios/scenario.ts';

const scenario: Scenario = {
  name: 'a firewall',
  origin: 'a test',
  world: {},
  network: ['normal'],
  others: { states: ['ok'] },
};

type Said = [id: string, roundState: string, mechanisms: string[], offsets?: (number | null)[]];

/** An outcome whose round says this of services. */
function outcome(said: readonly Said[], complaints: string[] = []): Outcome {
  const services = said.map(([id, roundState, mechanisms, offsets = []]) => ({
    id,
    roundState,
    mechanisms,
    targets: [{ attempts: offsets.map((freezeAtBytes) => ({ freezeAtBytes })) }],
  }));
  const round = { services, software: { browser: 'Browser 1' } } as unknown as Outcome['round'];
  return { scenario, run: 1, complaints, tookMs: 1, pressure: null, round };
}

describe('the comparison of two browsers', () => {
  it('waits until both have recorded a round', () => {
    expect(compareOutcomes(scenario, { chromium: outcome([]) })).toBeNull();
    expect(
      compareOutcomes(scenario, {
        chromium: outcome([]),
        firefox: { ...outcome([]), round: null },
      }),
    ).toBeNull();
  });

  it('names services that differ alike together, with the reason', () => {
    const chromium = outcome([
      ['viber', 'likely_blocked', ['tcp.refused']],
      ['vk', 'likely_blocked', ['tcp.refused']],
      ['max', 'ok', []],
    ]);
    const firefox = outcome([
      ['viber', 'likely_blocked', []],
      ['vk', 'likely_blocked', []],
      ['max', 'ok', []],
    ]);

    expect(compareOutcomes(scenario, { chromium, firefox })).toMatchObject({
      services: 3,
      differences: [
        {
          services: ['viber', 'vk'],
          chromium: 'likely_blocked: tcp.refused',
          firefox: 'likely_blocked',
          ofState: false,
          why: 'one code for a refusal, "unreachable" and a lost link',
        },
      ],
    });
  });

  it("gives the scenario's own reason before one of a label", () => {
    const why = 'it keeps to the first address';
    const chromium = outcome([['viber', 'likely_blocked', ['tcp.timeout']]]);
    const firefox = outcome([['viber', 'likely_blocked', ['timeout']]]);

    const explained = { ...scenario, firefox: { why } };

    expect(compareOutcomes(explained, { chromium, firefox })?.differences).toMatchObject([{ why }]);
  });

  it.each([
    ['tcp.timeout', 'it repeats a silent handshake by itself, so silence shows no layer'],
    ['tls.timeout.sni', 'it repeats a silent handshake by itself, so silence shows no layer'],
    ['tls.throttle.sni', 'a frozen HTTP/2 connection stays in use for 68 s'],
    ['reset', 'either is allowed'],
  ])('explains a label that Firefox does not give: %s', (label, why) => {
    const chromium = outcome([['viber', 'likely_blocked', [label]]]);
    const firefox = outcome([['viber', 'likely_blocked', ['timeout']]]);

    expect(compareOutcomes(scenario, { chromium, firefox })?.differences).toMatchObject([{ why }]);
  });

  const frozen = (offsets: (number | null)[]) =>
    outcome([['viber', 'blocked', ['tls.throttle.sni'], offsets]]);

  it.each([
    [[null, 16_000, 16_400], [13_200]],
    [[16_000], [20_000, 20_000]],
    [[16_000], [null]],
    [[], []],
  ])('takes offsets of a freeze within 20 % for the same: %j and %j', (one, other) => {
    const compared = compareOutcomes(scenario, { chromium: frozen(one), firefox: frozen(other) });

    expect(compared?.differences).toEqual([]);
  });

  it('names offsets of a freeze that are further apart', () => {
    const [chromium, firefox] = [frozen([null, 15_000, 16_384, 90_000]), frozen([13_000])];

    expect(compareOutcomes(scenario, { chromium, firefox })?.differences).toEqual([
      {
        services: ['viber'],
        chromium: 'blocked: tls.throttle.sni at 16384 B',
        firefox: 'blocked: tls.throttle.sni at 13000 B',
        ofState: false,
        why: 'offsets of a freeze more than 20 % apart',
      },
    ]);
  });

  it('calls what the judge does not allow a fault', () => {
    const chromium = outcome([['viber', 'blocked', ['tls.reset.sni']]]);
    const firefox = outcome(
      [['viber', 'ok', []]],
      ['viber: roundState: found ok; allowed: blocked'],
    );

    const compared = compareOutcomes(scenario, { chromium, firefox });

    expect(compared?.differences).toMatchObject([
      { ofState: true, why: 'a fault: viber: roundState: found ok; allowed: blocked' },
    ]);
  });
});

describe('what was compared so far', () => {
  const all: readonly Compared[] = remembered;
  const differences = all.flatMap((one) =>
    one.differences.map((difference) => ({ scenario: one.scenario, ...difference })),
  );

  it('agrees in as many states as is promised', () => {
    const { services, states } = agreementOf(all);

    expect(services).toBeGreaterThan(500);
    expect(states / services).toBeGreaterThanOrEqual(promisedShare);
  });

  it('has a reason for each difference, and a fault is none', () => {
    const unexplained = differences.filter(({ why }) => why === '' || why.startsWith('a fault'));

    expect(unexplained).toEqual([]);
  });
});

describe('how far two browsers agree', () => {
  it('counts services, those that are alike, and those whose state is', () => {
    const chromium = outcome([
      ['viber', 'likely_blocked', ['tcp.refused']],
      ['vk', 'blocked', []],
      ['max', 'ok', []],
    ]);
    const firefox = outcome([
      ['viber', 'likely_blocked', []],
      ['vk', 'ok', []],
      ['max', 'ok', []],
    ]);
    const compared = compareOutcomes(scenario, { chromium, firefox });

    expect(agreementOf(compared ? [compared, compared] : [])).toEqual({
      services: 6,
      alike: 2,
      states: 4,
    });
  });
});
