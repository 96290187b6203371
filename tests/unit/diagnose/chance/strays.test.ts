import { describe, expect, it } from 'vitest';
import { transferBytes } from '../../../../lib/catalog/transfer-bytes.ts';
import { emptyWindow } from '../../../../lib/diagnose/chance/window.ts';
import type { NetworkVerdict } from '../../../../lib/diagnose/network/network-verdict.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { Mechanism } from '../../../../lib/model/mechanism.ts';
import type { TargetWindow } from '../../../../lib/model/standing.ts';
import { aFailure, anAttempt, repeated, spaced } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import {
  aControlEvidence,
  aPair,
  aRoundEvidence,
  aServiceEvidence,
} from '../../../helpers/evidence.ts';
import { aStanding, standingsOf } from '../../../helpers/rounds.ts';

const others = ['one', 'two'].map((id) =>
  aService({
    id,
    targets: [aTarget({ id: `${id}/web`, urls: [`https://web.${id}.example/`] })],
    sentinel: `${id}/web`,
  }),
);

/** `x` is a failure of the kind, `.` gets through. */
function aWindow(target: string, tries: string, mechanism: Mechanism = 'reset'): TargetWindow {
  return {
    ...emptyWindow(target),
    at: at(-900),
    tries: tries.split('').map((one, index) => ({
      at: at(-900 * (tries.length - index)),
      ok: one === '.',
      mechanism: one === 'x' ? mechanism : null,
    })),
  };
}

interface Past {
  /** Of the other services. */
  elsewhere?: readonly string[];
  now?: Attempt[];
  before?: string;
  /** What adds up for "most connections fail" before the round, and whether it was said of the target. */
  sum?: number;
  didMostlyFail?: boolean;
  kind?: Mechanism;
  mostlyFails?: boolean;
  isPaired?: boolean;
  seen?: Attempt[];
  /** What neutral sites showed, how many of them, and whether beside good certificates. */
  neutral?: Attempt[];
  neutralSites?: number;
  isNeutralGood?: boolean;
}

/** What came of a round that saw three failures of a service, beside what was seen of others before. */
function resultOf({
  elsewhere = [],
  now = [anAttempt()],
  before = '',
  sum = 0,
  didMostlyFail = false,
  kind = 'reset',
  mostlyFails = false,
  isPaired = true,
  seen = spaced(repeated('reset', 3)),
  neutral = [],
  neutralSites = 1,
  isNeutralGood = true,
}: Past) {
  const { round } = diagnoseRound(
    aRoundEvidence({
      addressProbes: isPaired ? aPair() : [],
      controls: [
        aControlEvidence(),
        ...(isNeutralGood ? [] : ['fourth', 'fifth']).map((id) => aControlEvidence({ id })),
        ...['second', 'third'].slice(0, neutralSites).map((id) =>
          aControlEvidence({
            id,
            attempts: isNeutralGood ? [...neutral, anAttempt()] : neutral,
          }),
        ),
      ],
      services: [
        aServiceEvidence({ 'chat/web': seen }),
        ...others.map((service) => aServiceEvidence({ [service.sentinel]: now }, { service })),
      ],
    }),
    standingsOf(
      aStanding({
        windows: [{ ...aWindow('chat/web', before, kind), sum, mostlyFails: didMostlyFail }],
      }),
      ...others.map(({ id, sentinel }, index) => {
        const window = aWindow(sentinel, elsewhere[index] ?? '', kind);
        return aStanding({
          service: id,
          windows: [{ ...window, mostlyFails, sum: mostlyFails ? 8 : 0 }],
        });
      }),
    ),
  );
  return round.services.find(({ id }) => id === 'chat');
}

const few = ['....x....x....', '......x..x.....'];

it('is no proof by name that connections fail three times, where some fail so wherever they lead', () => {
  expect(resultOf({ elsewhere: few })).toMatchObject({
    roundState: 'likely_blocked',
    confidence: 'low',
    locus: 'unknown',
    mechanisms: ['tls.reset'],
    reason: 'cut-off',
    state: 'ok',
  });
});

it.each<[string, Past]>([
  ['nothing fails elsewhere', { elsewhere: ['..............', '..............'] }],
  ['something else fails there', { elsewhere: few, kind: 'timeout' }],
  ['one other service alone fails so', { elsewhere: ['..x.x.xx..x...', '..............'] }],
  [
    'others begin to fail',
    { elsewhere: ['..............', '..............'], now: spaced(repeated('reset', 2)) },
  ],
  ['others mostly fail', { elsewhere: ['...xx.xx.x.x.xx.', '.x.x.xx.'], mostlyFails: true }],
  ['others failed for hours', { elsewhere: ['.......xxxxxxxxx.....', '..xxxxxx....'] }],
  ['it failed for longer', { elsewhere: few, before: '.........xxxxxx' }],
])('is proof where %s', (_case, past) => {
  expect(resultOf(past)).toMatchObject({ roundState: 'blocked', state: 'blocked' });
});

describe('three handshakes that are met with silence,', () => {
  const silence = aFailure('timeout', { failedOperation: 'tls_handshake' });
  const seen = spaced([silence, silence, silence]);

  it.each<Mechanism>(['timeout', 'tcp.timeout', 'tls.timeout'])(
    'are no proof by name where some connections are, wherever they lead: %s',
    (kind) => {
      expect(resultOf({ elsewhere: few, kind, seen })).toMatchObject({
        roundState: 'likely_blocked',
        locus: 'unknown',
        mechanisms: ['tls.timeout'],
        reason: 'no-answer',
        state: 'ok',
      });
    },
  );

  it.each<[string, Past]>([
    ['nothing is lost elsewhere', { elsewhere: ['..............', '..............'] }],
    ['one other service alone is met with it', { elsewhere: ['..x.x.xx..x...', '..............'] }],
    ['others begin to be', { now: spaced(repeated('timeout', 2)) }],
    ['it lasts longer', { elsewhere: few, before: '.........xxxxxx' }],
  ])('are proof where %s', (_case, past) => {
    expect(resultOf({ kind: 'tls.timeout', seen, ...past })).toMatchObject({
      roundState: 'blocked',
      mechanisms: ['tls.timeout.sni'],
    });
  });
});

describe('where every third connection fails, wherever it leads,', () => {
  const many = ['.x..x..xx...x..x.', 'x...xx..x..x..x..'];

  it.each([true, false])('three failures in a row say nothing; with a pair: %s', (isPaired) => {
    expect(resultOf({ elsewhere: many, isPaired })?.roundState).toBe('insufficient');
  });

  it('a longer row does', () => {
    const past = { elsewhere: many, isPaired: false, before: '....xxxxx' };

    expect(resultOf(past)?.roundState).toBe('likely_blocked');
  });
});

it('downloads that are cut off show nothing where connections are, wherever they lead', () => {
  const download = aTarget({ id: 'chat/large', kind: 'download', votes: false });
  const service = aService({ targets: [aTarget(), download] });
  const whole = anAttempt({ bytes: transferBytes, totalMs: 100 });
  const stateBeside = (site: Attempt[]) => {
    const { round } = diagnoseRound(
      aRoundEvidence({
        controls: [
          ...['first', 'second'].map((id) => aControlEvidence({ id, attempts: site })),
          aControlEvidence({
            id: 'large',
            group: 'transfer',
            carries: 'download',
            attempts: [whole],
          }),
        ],
        services: [
          aServiceEvidence(
            { 'chat/web': [anAttempt()], 'chat/large': spaced(repeated('reset', 3)) },
            { service },
          ),
        ],
      }),
      new Map(),
    );
    return round.services[0]?.targets.find(({ id }) => id === 'chat/large')?.state;
  };

  expect(stateBeside([anAttempt(), anAttempt()])).toBe('likely_blocked');
  expect(stateBeside([aFailure('reset'), anAttempt()])).toBe('insufficient');
});

describe('where a resolver fails on every third name, whosever it is,', () => {
  const seen = spaced(repeated('name', 3));
  const many = ['.x..x..xx...x..x.', 'x...xx..x..x..x..'];
  const past: Past = { elsewhere: many, kind: 'dns.error', isPaired: false, seen };

  it('a name that fails three times in a row shows nothing', () => {
    expect(resultOf(past)?.roundState).toBe('insufficient');
    expect(resultOf({ ...past, kind: 'reset' })?.roundState).toBe('likely_blocked');
  });

  it('a longer row does', () => {
    expect(resultOf({ ...past, before: '....xxxxx' })?.roundState).toBe('likely_blocked');
  });

  it('one answer is one failure, however often it is asked for while the resolver keeps it', () => {
    const asked = spaced(repeated('name', 8));

    expect(resultOf({ ...past, seen: asked })?.roundState).toBe('insufficient');
    expect(resultOf({ ...past, seen: asked, elsewhere: [] })?.roundState).toBe('likely_blocked');
  });
});

it('a name shows nothing of a service in a round in which neutral sites are not found either', () => {
  const past: Past = {
    kind: 'dns.error',
    isPaired: false,
    isNeutralGood: false,
    neutral: [aFailure('name')],
    seen: spaced(repeated('name', 4)),
  };

  expect(resultOf({ ...past, neutralSites: 2 })?.roundState).toBe('insufficient');
  expect(resultOf({ ...past, neutralSites: 1 })?.roundState).toBe('likely_blocked');
  // As those on a list are not, for hours.
  const before = 'xxx';
  expect(resultOf({ ...past, neutralSites: 2, before })?.roundState).toBe('insufficient');
  expect(resultOf({ ...past, neutralSites: 2, before: `${before}xxxx` })?.roundState).toBe(
    'likely_blocked',
  );
});

describe('where certificates are forged now and then, wherever connections lead,', () => {
  const seen = spaced(repeated('untrusted', 2));
  const many = ['.x..x..xx...x..x.', 'x...xx..x..x..x..'];
  const past: Past = { elsewhere: many, kind: 'tls.mitm', isPaired: false, seen };

  it('two of one service show nothing of it', () => {
    expect(resultOf(past)?.roundState).toBe('insufficient');
  });

  it.each<[string, Past]>([
    ['something else fails elsewhere', { ...past, kind: 'reset' }],
    ['one other service alone is hit', { ...past, elsewhere: [many[0] ?? '', ''] }],
    ['they go on for long', { ...past, before: `....${'x'.repeat(12)}` }],
  ])('they are proof where %s', (_case, circumstances) => {
    expect(resultOf(circumstances)).toMatchObject({
      roundState: 'blocked',
      mechanisms: ['tls.mitm'],
    });
  });
});

describe('where certificates of neutral sites are forged now and then, too,', () => {
  const many = ['.x..x..xx...x..x.', 'x...xx..x..x..x..'];
  const past: Past = {
    elsewhere: many,
    kind: 'tls.mitm',
    isPaired: false,
    neutral: [aFailure('untrusted')],
    seen: spaced([aFailure('untrusted'), anAttempt(), aFailure('untrusted')]),
  };

  it('some beside an answer show nothing of a service', () => {
    expect(resultOf(past)).toMatchObject({
      roundState: 'ok',
      confidence: 'medium',
      mechanisms: [],
    });
  });

  it.each([
    ['nothing where chance explains it at all', 'xxxx', many, 'insufficient'],
    ['something where those of other services are good', 'xxxx', ['', ''], 'blocked'],
    ['something where it is far longer', 'x'.repeat(20), many, 'blocked'],
  ])('a long row of them shows %s', (_case, before, elsewhere, state) => {
    const row = { before: `.${before}`, elsewhere, seen: spaced(repeated('untrusted', 2)) };

    expect(resultOf({ ...past, ...row })?.roundState).toBe(state);
  });

  it('so they do where those of two neutral sites are, whatever other services met', () => {
    const lone = { ...past, elsewhere: ['', ''] };

    expect(resultOf({ ...lone, neutralSites: 2 })).toMatchObject({ roundState: 'ok' });
    expect(resultOf({ ...lone, neutralSites: 1 })).toMatchObject({ roundState: 'impaired' });
  });

  it.each<[string, Past]>([
    ['those of neutral sites are good', { ...past, neutral: [] }],
    ['something else fails elsewhere', { ...past, kind: 'reset' }],
    ['one other service alone is hit', { ...past, elsewhere: [many[0] ?? '', ''] }],
    [
      'a block page was seen as well',
      { ...past, seen: spaced([aFailure('untrusted'), anAttempt(), aFailure('blockPage')]) },
    ],
    ['far more of them are forged', { ...past, before: 'xx.xxxx.xxxxx.xxx.xxxxx.xxx.xxx.x' }],
  ])('they are told where %s', (_case, circumstances) => {
    expect(resultOf(circumstances)).toMatchObject({
      roundState: 'impaired',
      mechanisms: expect.arrayContaining(['tls.mitm']),
    });
  });
});

describe('where certificates of two neutral sites are forged', () => {
  const seen = spaced(repeated('untrusted', 2));
  const past: Past = {
    kind: 'tls.mitm',
    isPaired: false,
    neutral: repeated('untrusted', 2),
    neutralSites: 2,
    seen,
  };

  it('now and then, two of a service show nothing of it', () => {
    expect(resultOf(past)?.roundState).toBe('insufficient');
    const once = { ...past, isNeutralGood: false, neutral: [aFailure('untrusted')] };
    expect(resultOf({ ...once, elsewhere: ['.x.', ''] })?.roundState).toBe('insufficient');
    expect(resultOf({ ...once, elsewhere: ['...', ''] })?.roundState).toBe('blocked');
  });

  it.each([
    ['', ''],
    ['.x.', ''],
  ])('steadily, as by a list, they are proof', (...elsewhere) => {
    expect(resultOf({ ...past, isNeutralGood: false, elsewhere })).toMatchObject({
      roundState: 'blocked',
      confidence: 'high',
      mechanisms: ['tls.mitm'],
    });
  });

  describe('now and then,', () => {
    const some: Past = {
      ...past,
      sum: 8,
      seen: spaced([aFailure('untrusted'), anAttempt(), aFailure('untrusted')]),
    };

    it.each([true, false])(
      'most of a service in several rounds show nothing of it',
      (didMostlyFail) => {
        const opens = { ...some, before: '.xx.xx.x', didMostlyFail };

        expect(resultOf(opens)?.roundState).toBe('ok');
        expect(resultOf({ ...opens, seen: [anAttempt()] })?.roundState).toBe('ok');
      },
    );

    it.each<[string, Past]>([
      ['far more of it are', { before: `${'x'.repeat(18)}.${'x'.repeat(18)}` }],
      ['connections are reset as well', { before: '.xx.xx.x', kind: 'reset' }],
      ['those of neutral sites are good', { before: '.xx.xx.x', neutral: [] }],
    ])('it is impaired where %s', (_case, more) => {
      expect(resultOf({ ...some, ...more })?.roundState).toBe('impaired');
    });
  });

  it('now and then, a socket of several addresses that meets as many shows nothing', () => {
    const urls = ['https://one.chat.example/', 'https://two.chat.example/'];
    const service = aService({ targets: [aTarget({ id: 'chat/web', urls })] });
    const { round } = diagnoseRound(
      aRoundEvidence({
        addressProbes: [],
        controls: ['first', 'second', 'third'].map((id) =>
          aControlEvidence({ id, attempts: [aFailure('untrusted'), anAttempt()] }),
        ),
        services: [aServiceEvidence({ 'chat/web': seen }, { service })],
      }),
      new Map(),
    );

    expect(round.services[0]?.roundState).toBe('insufficient');
  });
});

describe('where requests are answered with errors now and then, wherever they lead,', () => {
  const seen = spaced(repeated('serverError', 2));
  const many = ['.x..x..xx...x..x.', 'x...xx..x..x..x..'];
  const past: Past = { elsewhere: many, kind: 'http.error', isPaired: false, seen };

  it('two of a service show nothing of it', () => {
    expect(resultOf(past)).toMatchObject({
      roundState: 'insufficient',
      reason: 'too-few-attempts',
    });
  });

  it('nor do many where neutral sites show that far more requests are answered so', () => {
    const longer = { ...past, before: '....xxxx', neutral: [aFailure('serverError')] };

    expect(resultOf({ ...longer, neutralSites: 2 })?.roundState).toBe('insufficient');
    expect(resultOf({ ...longer, neutralSites: 0 })?.roundState).toBe('down');
    const longest = { ...longer, before: `....${'x'.repeat(8)}`, neutralSites: 1 };
    expect(resultOf(longest)?.roundState).toBe('down');
    expect(resultOf({ ...longer, neutralSites: 2, elsewhere: ['', ''] })?.roundState).toBe('down');
  });

  it.each<[string, NetworkVerdict]>([
    ['on a network that seems lossy', { state: 'degraded', confidence: 'low', trouble: 'loss' }],
    ['behind what seems an allowlist', { state: 'allowlist', confidence: 'medium', trouble: null }],
  ])(
    'nor do any where every neutral site that answers answers so, steadily, %s',
    (_case, network) => {
      const stateBeside = (neutral: Attempt[], last: Attempt) => {
        const { round } = diagnoseRound(
          aRoundEvidence({
            network,
            controls: [
              aControlEvidence({ attempts: neutral }),
              aControlEvidence({ id: 'second', attempts: [last] }),
            ],
            services: [aServiceEvidence({ 'chat/web': seen })],
          }),
          new Map(),
        );
        return round.services[0]?.roundState;
      };
      const errs = aFailure('serverError');

      expect(stateBeside([errs], errs)).toBe('insufficient');
      expect(stateBeside([errs], aFailure('timeout'))).toBe('insufficient');
      expect(stateBeside([errs], anAttempt())).toBe('down');
      expect(stateBeside([aFailure('timeout')], aFailure('timeout'))).toBe('down');
    },
  );

  it('a server that hangs up is down, unless several neutral sites do so now and then', () => {
    const hangsUp = { ...past, before: '..xx', seen: spaced(repeated('hangUp', 2)) };

    expect(resultOf(hangsUp)).toMatchObject({ roundState: 'down', reason: 'server-hangs-up' });
    const beside = { ...hangsUp, neutral: [aFailure('hangUp')], neutralSites: 2 };
    expect(resultOf(beside)?.roundState).toBe('insufficient');
  });

  it.each<[string, Past]>([
    ['something else fails elsewhere', { ...past, kind: 'timeout' }],
    ['one other service alone meets them', { ...past, elsewhere: [many[0] ?? '', ''] }],
    ['they go on for long', { ...past, before: `....${'x'.repeat(4)}` }],
    [
      'others are down, too',
      { ...past, elsewhere: ['....xxxx', '...xxxxx'], now: spaced(repeated('serverError', 2)) },
    ],
  ])('its server is down where %s', (_case, circumstances) => {
    expect(resultOf(circumstances)).toMatchObject({
      roundState: 'down',
      mechanisms: ['http.error'],
    });
  });
});
