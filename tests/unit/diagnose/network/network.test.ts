import { describe, expect, it } from 'vitest';
import type { ControlEvidence } from '../../../../lib/diagnose/evidence/control-evidence.ts';
import { diagnoseNetwork } from '../../../../lib/diagnose/network/network.ts';
import type { NetworkVerdict } from '../../../../lib/diagnose/network/network-verdict.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { ControlGroup } from '../../../../lib/model/network.ts';
import { aFailure, anAttempt, anInvalidAttempt } from '../../../helpers/attempts.ts';

const works = [anAttempt({ totalMs: 200 })];
const silent = [aFailure('timeout'), aFailure('timeout')];
const byProxy = { remoteIp: null, remoteIpKind: 'proxy' };
const cut = [aFailure('reset'), aFailure('reset')];
const refusing = [aFailure('refused')];
const alerting = [aFailure('handshake')];
const silencedAfter = [aFailure('reset'), aFailure('timeout')];
const silentProxy = [aFailure('timeout', byProxy)];
const goneProxy = [anInvalidAttempt({ browserError: 'net::ERR_PROXY_CONNECTION_FAILED' })];
const worksByProxy = [anAttempt(byProxy)];
const untrusted = [aFailure('untrusted')];
const national = [anAttempt({ failure: 'ssl_unknown_authority', httpStatus: null, totalMs: 200 })];
const expired = [aFailure('expired')];
const unsteady = [aFailure('timeout'), ...works];
const unmeasured = [anInvalidAttempt()];
const meddled = [aFailure('unclear', { failure: null, httpStatus: 302 })];
const busy = [aFailure('serverError', { httpStatus: 504 })];
const asking = [aFailure('serverError', { httpStatus: 511 })];

type Seen = Partial<Record<ControlGroup, Attempt[][]>>;

function controlsOf(seen: Seen): ControlEvidence[] {
  return Object.entries(seen).flatMap(([group, all]) =>
    all.map((attempts, index) => ({
      id: `${group}-${index}`,
      group: group as ControlGroup,
      attempts,
    })),
  );
}

/** Two sites of one operator that answer, and silent ones of others. */
const ofOneOperator = controlsOf({ foreign: [works, works, silent, silent, silent] }).map(
  (one, index) => (index < 2 ? { ...one, operator: 'one' } : one),
);

const everything = { foreign: [works, works], domestic: [works], portal: [works], dns: [works] };

describe('the network of which one operator’s sites alone answer', () => {
  it('is degraded, however many of them do', () => {
    const sites = controlsOf({ foreign: [works, works, silent, silent, silent] });

    expect(diagnoseNetwork(sites, true, null).state).toBe('normal');
    expect(diagnoseNetwork(ofOneOperator, true, null)).toMatchObject({
      state: 'degraded',
      trouble: 'loss',
    });
  });
});

describe('the network', () => {
  it.each<[string, Seen, NetworkVerdict]>([
    [
      'normal where everything answers',
      everything,
      { state: 'normal', confidence: 'high', trouble: null },
    ],
    [
      'normal with less confidence where one foreign site is down',
      { ...everything, foreign: [works, silent] },
      { state: 'normal', confidence: 'medium', trouble: null },
    ],
    [
      'normal with less confidence where a foreign site showed an untrusted certificate at first',
      { ...everything, foreign: [works, [...untrusted, ...works]] },
      { state: 'normal', confidence: 'medium', trouble: null },
    ],
    [
      'normal where one control needed a second try',
      { ...everything, domestic: [unsteady] },
      { state: 'normal', confidence: 'high', trouble: null },
    ],
    [
      'normal where only domestic sites fail',
      { ...everything, domestic: [silent] },
      { state: 'normal', confidence: 'high', trouble: null },
    ],
    [
      'degraded by loss where several controls needed a second try',
      { ...everything, domestic: [unsteady], portal: [unsteady] },
      { state: 'degraded', confidence: 'medium', trouble: 'loss' },
    ],
    [
      'normal where more foreign sites are silent than answer, but two of them answer at once',
      { ...everything, foreign: [works, works, silent, silent, silent, silent] },
      { state: 'normal', confidence: 'medium', trouble: null },
    ],
    [
      'degraded by loss where more are silent than answer, and one needed a second try',
      { ...everything, foreign: [works, unsteady, silent, silent, silent] },
      { state: 'degraded', confidence: 'medium', trouble: 'loss' },
    ],
    [
      'degraded by loss where most foreign sites fail',
      { ...everything, foreign: [works, silent, silent] },
      { state: 'degraded', confidence: 'medium', trouble: 'loss' },
    ],
    [
      'degraded by slowness where the controls answer very slowly',
      { foreign: [[anAttempt({ totalMs: 3001 })]], domestic: [[anAttempt({ totalMs: 4000 })]] },
      { state: 'degraded', confidence: 'medium', trouble: 'slow' },
    ],
    [
      'under an allowlist where only domestic sites answer',
      { foreign: [silent, silent], domestic: [works], portal: [silent] },
      { state: 'allowlist', confidence: 'medium', trouble: null },
    ],
    [
      'under an allowlist even where one foreign site was not measured',
      { foreign: [unmeasured, silent], domestic: [works], portal: [silent] },
      { state: 'allowlist', confidence: 'medium', trouble: null },
    ],
    [
      'not known where foreign sites are left to a proxy that is silent',
      { foreign: [silentProxy, silentProxy], domestic: [works], portal: [silentProxy] },
      { state: 'degraded', confidence: 'low', trouble: 'proxy' },
    ],
    [
      'not known where the browser says that its proxy fails',
      { foreign: [unmeasured, goneProxy], portal: [goneProxy] },
      { state: 'degraded', confidence: 'low', trouble: 'proxy' },
    ],
    [
      'not known where a proxy lets domestic sites alone through, which then does not fail',
      { foreign: [goneProxy, goneProxy], domestic: [worksByProxy] },
      { state: 'degraded', confidence: 'low', trouble: 'unmeasured' },
    ],
    [
      'under an allowlist where domestic sites answer through the same proxy',
      { foreign: [silentProxy, silentProxy], domestic: [worksByProxy] },
      { state: 'allowlist', confidence: 'medium', trouble: null },
    ],
    [
      'under an allowlist even where the first attempt was invalid',
      { foreign: [[...unmeasured, ...silent]], domestic: [works] },
      { state: 'allowlist', confidence: 'medium', trouble: null },
    ],
    [
      'degraded by loss with less confidence where foreign sites answer only plain HTTP',
      { foreign: [silent, silent], domestic: [works], portal: [works] },
      { state: 'degraded', confidence: 'low', trouble: 'loss' },
    ],
    [
      'under an allowlist where foreign sites answer only plain HTTP and cut TLS off',
      { foreign: [cut, cut], domestic: [works], portal: [works] },
      { state: 'allowlist', confidence: 'medium', trouble: null },
    ],
    [
      'under an allowlist where they refuse TLS, or answer it with an alert',
      { foreign: [refusing, alerting], domestic: [works], portal: [works] },
      { state: 'allowlist', confidence: 'medium', trouble: null },
    ],
    [
      'under an allowlist where some of those sites are silent',
      { foreign: [cut, cut, silent], domestic: [works], portal: [works] },
      { state: 'allowlist', confidence: 'medium', trouble: null },
    ],
    [
      'degraded by loss where most of those sites are silent',
      { foreign: [cut, cut, silent, silent, silent], domestic: [works], portal: [works] },
      { state: 'degraded', confidence: 'low', trouble: 'loss' },
    ],
    [
      'degraded by loss where one of those sites cuts off',
      { foreign: [cut], domestic: [works], portal: [works] },
      { state: 'degraded', confidence: 'low', trouble: 'loss' },
    ],
    [
      'under an allowlist where each of those sites is silent once it was cut off',
      { foreign: [silencedAfter, silencedAfter], domestic: [works], portal: [works] },
      { state: 'allowlist', confidence: 'medium', trouble: null },
    ],
    [
      'under an allowlist where those sites are silent, and servers of two operators answer by address',
      { foreign: [silent, silent], domestic: [works], portal: [works], dns: [works, works] },
      { state: 'allowlist', confidence: 'medium', trouble: null },
    ],
    [
      'degraded by loss where one server alone answers by address',
      { foreign: [silent, silent], domestic: [works], portal: [works], dns: [works, silent] },
      { state: 'degraded', confidence: 'low', trouble: 'loss' },
    ],
    [
      'behind a portal that lets the sites of an operator through',
      { foreign: [works, works, silent, untrusted, silent], portal: [meddled, meddled] },
      { state: 'captive_portal', confidence: 'medium', trouble: null },
    ],
    [
      'normal where half of the sites answer, though somebody answers for the plain-HTTP controls',
      { foreign: [works, works, silent, silent], portal: [meddled, meddled] },
      { state: 'normal', confidence: 'medium', trouble: null },
    ],
    [
      'normal where sites that do not answer were not measured',
      {
        foreign: [works, works, unmeasured, unmeasured, unmeasured],
        portal: [meddled],
      },
      { state: 'normal', confidence: 'medium', trouble: null },
    ],
    [
      'normal where the plain-HTTP control has an error of its own',
      { foreign: [works, works, silent, untrusted, silent], portal: [[aFailure('serverError')]] },
      { state: 'normal', confidence: 'medium', trouble: null },
    ],
    [
      'normal where a plain-HTTP control answers itself',
      { foreign: [works, works, silent, untrusted, silent], portal: [meddled, works] },
      { state: 'normal', confidence: 'medium', trouble: null },
    ],
    [
      'behind a portal that answered the second attempt',
      { foreign: [silent], domestic: [silent], portal: [[...silent, ...meddled]] },
      { state: 'captive_portal', confidence: 'high', trouble: null },
    ],
    [
      'behind a portal where another server answers for the plain-HTTP controls',
      { foreign: [silent], domestic: [silent], portal: [meddled, meddled] },
      { state: 'captive_portal', confidence: 'high', trouble: null },
    ],
    [
      'behind a portal with less confidence where it answers for one of them',
      { foreign: [untrusted], domestic: [silent], portal: [meddled, silent] },
      { state: 'captive_portal', confidence: 'medium', trouble: null },
    ],
    [
      'under an allowlist where domestic sites answer under an authority of the state',
      { foreign: [silent, silent], domestic: [national], portal: [silent] },
      { state: 'allowlist', confidence: 'medium', trouble: null },
    ],
    [
      'degraded by certificates where domestic sites may be under an authority of the state',
      { foreign: [untrusted, untrusted], domestic: [national], portal: [works] },
      { state: 'degraded', confidence: 'high', trouble: 'certificates' },
    ],
    [
      'degraded by certificates where all others have expired',
      { foreign: [expired, expired], domestic: [national], portal: [works] },
      { state: 'degraded', confidence: 'high', trouble: 'certificates' },
    ],
    [
      'normal where domestic sites answer under an authority of the state',
      { ...everything, domestic: [national, national] },
      { state: 'normal', confidence: 'high', trouble: null },
    ],
    [
      'degraded by certificates with less confidence where no check can tell of a portal',
      { foreign: [untrusted], domestic: [untrusted], portal: [unmeasured] },
      { state: 'degraded', confidence: 'medium', trouble: 'certificates' },
    ],
    [
      'degraded by certificates where all are untrusted',
      { foreign: [untrusted, untrusted], domestic: [untrusted], portal: [works] },
      { state: 'degraded', confidence: 'high', trouble: 'certificates' },
    ],
    [
      'degraded by certificates where all appear expired because of the clock',
      { foreign: [expired, expired], domestic: [expired], portal: [works] },
      { state: 'degraded', confidence: 'high', trouble: 'certificates' },
    ],
    [
      'degraded by certificates where all are revoked',
      { foreign: [[aFailure('revoked')]], domestic: [[aFailure('revoked')]], portal: [works] },
      { state: 'degraded', confidence: 'high', trouble: 'certificates' },
    ],
    [
      'degraded by certificates even where some attempts were invalid',
      { foreign: [[...unmeasured, ...untrusted]], domestic: [untrusted], portal: [works] },
      { state: 'degraded', confidence: 'high', trouble: 'certificates' },
    ],
    [
      'degraded by certificates with less confidence where some sites at home are spared',
      { foreign: [untrusted, untrusted], domestic: [untrusted, works], portal: [works] },
      { state: 'degraded', confidence: 'medium', trouble: 'certificates' },
    ],
    [
      'degraded by certificates where servers answer by address beside them',
      { foreign: [untrusted, untrusted], domestic: [works], portal: [works], dns: [works, works] },
      { state: 'degraded', confidence: 'medium', trouble: 'certificates' },
    ],
    [
      'degraded by certificates where a few sites abroad are silent beside them',
      {
        foreign: [untrusted, untrusted, silent],
        domestic: [works],
        portal: [works],
        dns: [works, works],
      },
      { state: 'degraded', confidence: 'medium', trouble: 'certificates' },
    ],
    [
      'under an allowlist where as many sites abroad are silent as show a bad certificate',
      {
        foreign: [untrusted, untrusted, silent, silent],
        domestic: [works],
        portal: [works],
        dns: [works, works],
      },
      { state: 'allowlist', confidence: 'medium', trouble: null },
    ],
    [
      'under an allowlist where a proxy that reaches nothing abroad answers with an error',
      { foreign: [silent, silent], domestic: [works], portal: [busy, silent] },
      { state: 'allowlist', confidence: 'medium', trouble: null },
    ],
    [
      'behind a portal that asks to log in, and spares a site at home',
      { foreign: [silent, silent], domestic: [works], portal: [asking] },
      { state: 'captive_portal', confidence: 'high', trouble: null },
    ],
    [
      'behind a gateway that answers with an error, where nothing else does',
      { foreign: [silent, silent], domestic: [silent], portal: [busy] },
      { state: 'captive_portal', confidence: 'high', trouble: null },
    ],
    [
      'degraded by loss where a single site abroad shows a bad certificate',
      { foreign: [untrusted], domestic: [works], portal: [works] },
      { state: 'degraded', confidence: 'low', trouble: 'loss' },
    ],
    [
      'degraded by loss where one site abroad shows a bad certificate and another is silent',
      { foreign: [untrusted, silent], domestic: [works], portal: [works] },
      { state: 'degraded', confidence: 'low', trouble: 'loss' },
    ],
    [
      'degraded otherwise where only foreign certificates are bad',
      { foreign: [untrusted], domestic: [silent], portal: [works] },
      { state: 'degraded', confidence: 'medium', trouble: 'unclear' },
    ],
    [
      'degraded otherwise where only domestic certificates are bad',
      { foreign: [silent], domestic: [untrusted], portal: [works] },
      { state: 'degraded', confidence: 'medium', trouble: 'unclear' },
    ],
    [
      'degraded otherwise where a site failed by its certificate and by a timeout',
      { foreign: [[...untrusted, ...silent]], domestic: [untrusted], portal: [works] },
      { state: 'degraded', confidence: 'medium', trouble: 'unclear' },
    ],
    [
      'offline where a site was not measured and no other has a good certificate',
      { foreign: [untrusted], domestic: [unmeasured] },
      { state: 'offline', confidence: 'medium', trouble: null },
    ],
    [
      'degraded by its resolver where only a literal address answers',
      { foreign: [[aFailure('name')]], domestic: [[aFailure('name')]], dns: [works] },
      { state: 'degraded', confidence: 'medium', trouble: 'resolver' },
    ],
    [
      'degraded by its resolver where names are met with silence, and two addresses answer',
      { foreign: [silent, silent], portal: [silent], dns: [works, works] },
      { state: 'degraded', confidence: 'medium', trouble: 'resolver' },
    ],
    [
      'degraded for another reason where what fails is cut off too',
      {
        foreign: [[aFailure('name')], [aFailure('reset')], [aFailure('name')]],
        dns: [works, works],
      },
      { state: 'degraded', confidence: 'medium', trouble: 'unclear' },
    ],
    [
      'degraded for another reason where most of what fails was found',
      { foreign: [[aFailure('name')], silent], dns: [works] },
      { state: 'degraded', confidence: 'medium', trouble: 'unclear' },
    ],
    [
      'degraded for another reason where a plain site was found',
      { foreign: [[aFailure('name')], [aFailure('name')]], portal: [works], dns: [works] },
      { state: 'degraded', confidence: 'medium', trouble: 'unclear' },
    ],
    [
      'degraded by certificates where one operator is spared',
      { foreign: [works, untrusted, untrusted], domestic: [untrusted], portal: [works] },
      { state: 'degraded', confidence: 'medium', trouble: 'certificates' },
    ],
    [
      'offline where nothing answers',
      { foreign: [silent, silent], domestic: [silent], portal: [silent], dns: [silent] },
      { state: 'offline', confidence: 'medium', trouble: null },
    ],
  ])('is %s', (_case, seen, expected) => {
    const verdict = diagnoseNetwork(controlsOf(seen), true);

    expect(verdict).toEqual(expected);
  });

  it('is not shown to be an allowlist by an operator at home that answers by address', () => {
    const seen = controlsOf({
      foreign: [silent, silent],
      domestic: [works],
      portal: [works],
      dns: [works, works],
    }).map((one) =>
      one.id === 'domestic-0' || one.id === 'dns-0' ? { ...one, operator: 'at home' } : one,
    );

    expect(diagnoseNetwork(seen, true)).toMatchObject({ state: 'degraded', trouble: 'loss' });
  });

  it('loses nothing where certificates fail by a wrong clock', () => {
    const [late] = [anAttempt({ totalMs: 200, clockAheadDays: -21 })];
    const seen = controlsOf({
      foreign: [[late], unsteady, expired, expired, expired],
      portal: [[late]],
    });

    expect(diagnoseNetwork(seen, true)).toMatchObject({ state: 'normal' });
    expect(diagnoseNetwork(seen.slice(0, -1), true)).toMatchObject({ trouble: 'loss' });
  });

  it('is offline with high confidence where the browser reports it and no foreign site answers', () => {
    const verdict = diagnoseNetwork(controlsOf({ foreign: [silent], domestic: [silent] }), false);

    expect(verdict).toEqual({ state: 'offline', confidence: 'high', trouble: null });
  });

  it('is not offline where foreign sites answer, whatever the browser reports', () => {
    const verdict = diagnoseNetwork(controlsOf(everything), false);

    expect(verdict.state).toBe('normal');
  });

  it('is not slow at a median of three seconds, nor because of failed attempts', () => {
    const bearable = [anAttempt({ totalMs: 3000 })];
    const second = [aFailure('timeout', { totalMs: 9000 }), ...works];

    const states = [bearable, second].map(
      (attempts) => diagnoseNetwork(controlsOf({ foreign: [attempts] }), true).state,
    );

    expect(states).toEqual(['normal', 'normal']);
  });

  it('is as slow as the median control, in any order', () => {
    const slow = [anAttempt({ totalMs: 9000 })];
    const orders = [
      [works, slow, works],
      [slow, works, works],
      [works, works, slow],
    ];

    const states = orders.map((foreign) => diagnoseNetwork(controlsOf({ foreign }), true).state);

    expect(states).toEqual(['normal', 'normal', 'normal']);
  });

  it('is as slow as the median control, not as the slowest', () => {
    const slow = [anAttempt({ totalMs: 9000 })];

    const verdict = diagnoseNetwork(controlsOf({ ...everything, dns: [slow] }), true);

    expect(verdict.state).toBe('normal');
  });
});

describe('slowness', () => {
  const taking = (totalMs: number) => controlsOf({ foreign: [[anAttempt({ totalMs })]] });

  it.each([
    ['within five times the usual', 1_500, 300, 'normal'],
    ['far above the usual', 1_501, 300, 'degraded'],
    ['far above the usual but still quick', 1_000, 50, 'normal'],
    ['slow without usual times to compare with', 3_000, null, 'normal'],
    ['above three seconds, even where usual', 3_001, 2_900, 'degraded'],
  ])('%s (%i ms, usually %s) makes a network %s', (_case, totalMs, usualMs, state) => {
    expect(diagnoseNetwork(taking(totalMs), true, usualMs).state).toBe(state);
  });
});

describe('loss on a control', () => {
  const lost = {
    silence: aFailure('timeout'),
    'a connection that did not come about': aFailure('connectTimeout'),
    'a handshake that was not answered': aFailure('timeout', { failedOperation: 'tls_handshake' }),
    'a connection that broke': aFailure('reset'),
    'a name that did not resolve': aFailure('name', { totalMs: 50 }),
  };

  it.each(Object.entries(lost))('is shown by %s before a success', (_case, failure) => {
    const seen = controlsOf({
      ...everything,
      foreign: [
        [failure, ...works],
        [failure, ...works],
      ],
    });

    expect(diagnoseNetwork(seen, true)).toMatchObject({ state: 'degraded', trouble: 'loss' });
  });

  it('is not shown by a wrong answer before the right one', () => {
    const wavered = [aFailure('serverError'), ...works];
    const seen = controlsOf({ ...everything, foreign: [wavered, wavered] });

    expect(diagnoseNetwork(seen, true).state).toBe('normal');
  });

  it.each<ControlGroup>(['transfer', 'calls-foreign', 'calls-domestic'])(
    'is ignored in the group %s',
    (group) => {
      const seen = controlsOf({ ...everything, [group]: [unsteady, unsteady] });

      expect(diagnoseNetwork(seen, true)).toMatchObject({ state: 'normal', confidence: 'high' });
    },
  );
});

it('is behind a portal that lets two sites of one operator through, and none of two others', () => {
  const controls = controlsOf({
    foreign: [works, works, silent, silent],
    portal: [meddled, meddled],
  }).map((one) =>
    ['foreign-0', 'foreign-1'].includes(one.id) ? { ...one, operator: 'One' } : one,
  );

  expect(diagnoseNetwork(controls, true).state).toBe('captive_portal');
});
