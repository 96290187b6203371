import { describe, expect, it } from 'vitest';
import {
  answersOnlyHttps,
  areRefusedByProxy,
  failuresByAddress,
  leadsToProxy,
  sitesHangUp,
} from '../../../../lib/diagnose/network/neutral-sites.ts';
import { foreignAnswerFailure } from '../../../../lib/failure/foreign-answer.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { aControlEvidence, aServiceEvidence } from '../../../helpers/evidence.ts';

const silent = aFailure('timeout');
const portal = (...attempts: ReturnType<typeof anAttempt>[]) =>
  aControlEvidence({ id: 'portal', group: 'portal', attempts });

describe('a network that lets only HTTPS through', () => {
  const onlyHttps = (
    controls: ReturnType<typeof aControlEvidence>[],
    services: ReturnType<typeof aServiceEvidence>[] = [],
  ) => answersOnlyHttps({ controls, services });

  it('is one on which neutral sites answer in HTTPS, and none does without it', () => {
    expect(onlyHttps([aControlEvidence(), portal(silent, silent)])).toBe(true);
  });

  it('is none where anything answered in plain HTTP, be it a portal', () => {
    expect(onlyHttps([aControlEvidence(), portal(silent, anAttempt())])).toBe(false);
    expect(onlyHttps([aControlEvidence(), portal(anAttempt(), anAttempt())])).toBe(false);
    expect(onlyHttps([aControlEvidence(), portal(silent, aFailure('serverError'))])).toBe(false);
  });

  it('is one on which somebody else answers all that is asked without TLS', () => {
    const led = aFailure('unclear', { failure: foreignAnswerFailure, httpStatus: 302 });

    expect(onlyHttps([aControlEvidence(), portal(led, led)])).toBe(true);
    expect(onlyHttps([aControlEvidence(), portal(led, silent)])).toBe(false);
    expect(onlyHttps([aControlEvidence(), portal(led)])).toBe(false);
  });

  it('is none where one packet may be lost, or nothing valid was asked', () => {
    const invalid = { ...silent, valid: false };

    expect(onlyHttps([aControlEvidence(), portal(silent)])).toBe(false);
    expect(onlyHttps([aControlEvidence(), portal(silent, invalid)])).toBe(false);
  });

  it('is none where the names of the checks are not found', () => {
    const name = aFailure('name');

    expect(onlyHttps([aControlEvidence(), portal(name, silent)])).toBe(false);
  });

  it.each<[string, Attempt, boolean]>([
    ['a service answers in plain HTTP', anAttempt(), false],
    ['its answer does not count', anAttempt({ valid: false }), true],
    ['a service is silent, too', silent, true],
  ])('where %s', (_case, attempt, is) => {
    const plain = aTarget({ id: 'chat/plain', kind: 'http', urls: ['http://chat.example/'] });
    const service = aService({ targets: [aTarget(), plain] });
    const seen = aServiceEvidence(
      { 'chat/web': [anAttempt()], 'chat/plain': [attempt] },
      { service },
    );

    expect(onlyHttps([aControlEvidence(), portal(silent, silent)], [seen])).toBe(is);
  });

  it('is none where no neutral site answers in HTTPS', () => {
    const controls = [aControlEvidence({ attempts: [silent] }), portal(silent, silent)];

    expect(onlyHttps(controls)).toBe(false);
  });
});

it('servers by address that Firefox calls refused may be unreachable', () => {
  const failing = (browserError: string, valid = true) =>
    failuresByAddress([
      aControlEvidence({
        group: 'dns',
        attempts: [aFailure('unclear', { browserError, valid })],
      }),
    ]);

  expect([...failing('NS_ERROR_CONNECTION_REFUSED')]).toContain('unreachable');
  expect([...failing('NS_ERROR_CONNECTION_REFUSED', false)]).toEqual([]);
  expect([...failing('NS_ERROR_FAILURE')]).not.toContain('unreachable');
});

it('sites that hang up now and then show that somebody between does; one may be out of order, and more with their network', () => {
  const hangsUp = aFailure('hangUp');
  const hang = (...sites: Attempt[][]) =>
    sitesHangUp(sites.map((attempts, index) => aControlEvidence({ id: `${index}`, attempts })));

  expect(hang([hangsUp, anAttempt()], [hangsUp])).toBe(true);
  const ends = aFailure('reset', { failure: 'eof_error', failedOperation: null });
  expect(hang([ends, anAttempt()], [ends])).toBe(true);
  expect(hang([hangsUp, anAttempt()], [anAttempt()])).toBe(false);
  expect(hang([hangsUp, hangsUp], [hangsUp], [anAttempt()])).toBe(false);
  expect(hang([aFailure('reset'), anAttempt()], [aFailure('reset')])).toBe(false);
});

describe('a proxy that carries everything', () => {
  const isCarried = (controls: Parameters<typeof leadsToProxy>[0]['controls']) =>
    leadsToProxy({ controls, routing: null });
  const site = (id: string, remoteIp: string | null, remoteIpKind: string | null = null) =>
    aControlEvidence({ id, attempts: [anAttempt({ remoteIp, remoteIpKind })] });

  it('is one from whose address three sites answer, and no other address answers', () => {
    const sites = ['a', 'b', 'c'].map((id) => site(id, '203.0.114.1'));

    expect(isCarried(sites)).toBe(true);
    expect(isCarried(sites.slice(1))).toBe(false);
    expect(isCarried([...sites, site('d', '203.0.114.2')])).toBe(false);
  });

  it('is one that the browser reports, or that a recorded round has in place of its address', () => {
    expect(isCarried(['a', 'b', 'c'].map((id) => site(id, null, 'proxy')))).toBe(true);
  });

  it('is not known where addresses are not, or nothing answered', () => {
    const failed = ['a', 'b', 'c'].map((id) =>
      aControlEvidence({ id, attempts: [aFailure('reset', { remoteIp: '203.0.114.1' })] }),
    );

    expect(isCarried(['a', 'b', 'c'].map((id) => site(id, null)))).toBe(false);
    expect(isCarried(failed)).toBe(false);
    expect(isCarried([...failed, site('d', '203.0.114.1')])).toBe(false);
  });
});

describe('a proxy', () => {
  const refusal = anAttempt({
    ok: false,
    valid: false,
    browserError: 'net::ERR_TUNNEL_CONNECTION_FAILED',
    totalMs: 20,
  });
  const opened = anAttempt({ reusedConnection: false });
  const site = (id: string, attempt: Attempt, overrides = {}) =>
    aControlEvidence({ id, attempts: [attempt], ...overrides });

  it.each<[string, boolean, ReturnType<typeof site>[]]>([
    ['refuses none', false, [site('one', opened), site('two', opened)]],
    [
      'refuses fewer than it opens',
      false,
      ['one', 'two', 'three'].map((id) => site(id, id === 'one' ? refusal : opened)),
    ],
    ['refuses as many as it opens', true, [site('one', refusal), site('two', opened)]],
    [
      'opened what it opens before',
      true,
      [
        site('one', refusal),
        site('two', anAttempt({ reusedConnection: true })),
        site('three', refusal),
      ],
    ],
    [
      'refuses two sites of one operator',
      true,
      [
        site('one', refusal, { operator: 'x' }),
        site('two', refusal, { operator: 'x' }),
        site('three', opened),
      ],
    ],
    [
      'opens sites at home',
      true,
      [
        site('one', refusal),
        ...['two', 'three'].map((id) => site(id, opened, { group: 'domestic' })),
      ],
    ],
    ['tried for long', false, [site('one', { ...refusal, totalMs: 3_000 })]],
  ])('that %s refuses neutral sites alike: %s', (_case, is, controls) => {
    expect(areRefusedByProxy(controls)).toBe(is);
  });
});
