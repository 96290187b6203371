import { describe, expect, it } from 'vitest';
import { withoutNamesElsewhere } from '../../../../lib/diagnose/evidence/kept-answers.ts';
import {
  marksOfFilters,
  withFilterAnswers,
} from '../../../../lib/diagnose/own-filter/own-filter.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import { filterPageFailure } from '../../../../lib/failure/filter-answer.ts';
import { foreignAnswerFailure } from '../../../../lib/failure/foreign-answer.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { aFailure, anAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { aPair, aRoundEvidence, aServiceEvidence } from '../../../helpers/evidence.ts';

const redirect = 'redirect block.office.example';
const page = 'page Office network';

/** A service with one host of its own and one for media. */
function seen(id: string, operator: string, web: Partial<Attempt>, media?: Partial<Attempt>) {
  const targets = ['web', 'media'].map((name) =>
    aTarget({ id: `${id}/${name}`, urls: [`https://${name}.${id}.example/`] }),
  );
  const service = aService({ id, operator, targets });
  const attempts = new Map([
    [`${id}/web`, [anAttempt(web)]],
    ...(media ? [[`${id}/media`, [anAttempt(media)]] as const] : []),
  ]);
  return { ...aServiceEvidence({}), service, attempts };
}

describe('a filter of one’s own', () => {
  it.each([
    [
      'services of two operators redirect to one host',
      [
        ['One', 'a'],
        ['Two', 'b'],
      ],
      redirect,
      true,
    ],
    [
      'services of two operators show one page',
      [
        ['One', 'a'],
        ['Two', 'b'],
      ],
      page,
      true,
    ],
    [
      'two services of one operator redirect to one host',
      [
        ['One', 'a'],
        ['One', 'a'],
      ],
      redirect,
      false,
    ],
    [
      'two hosts of a service redirect to one host that a household knows',
      [
        ['One', 'a'],
        ['One', 'b'],
      ],
      'inside filter.lan',
      true,
    ],
    [
      'two hosts of a service redirect to one public host, where it may have moved',
      [
        ['One', 'a'],
        ['One', 'b'],
      ],
      redirect,
      false,
    ],
    [
      'two hosts of a service show one page',
      [
        ['One', 'a'],
        ['One', 'b'],
      ],
      page,
      false,
    ],
    ['one host redirects', [['One', 'a']], redirect, false],
  ])('is seen or not: %s', (_case, where, mark, is) => {
    const all = where.map(([operator = '', host = '']) => ({ mark, operator, host }));

    expect(marksOfFilters(all).has(mark)).toBe(is);
  });

  it.each([
    ['all', { elsewhere: redirect }, 'insufficient'],
    ['some', {}, 'ok'],
  ])('or a move is why %s hosts of a service lead to one public host', (_, media, state) => {
    const services = [seen('one', 'One', { elsewhere: redirect }, media)];

    const { round } = diagnoseRound(aRoundEvidence({ services }), new Map());

    expect(round.services[0]?.roundState).toBe(state);
    expect(round.services[0]?.reason).toBe(state === 'ok' ? 'got-through' : 'leads-elsewhere');
  });

  it('answers for what was not looked at, too, if it shows a page', () => {
    const services = ['one', 'two'].map((id) => {
      const one = seen(id, id, {});
      const look = anAttempt({ n: 2, httpStatus: 200, elsewhere: page });
      return { ...one, attempts: new Map([[`${id}/web`, [anAttempt(), look]]]) };
    });

    const [first] = withFilterAnswers(services);

    expect(first?.attempts.get('one/web')).toMatchObject([
      { ok: false, failure: filterPageFailure },
      { ok: false, failure: filterPageFailure },
    ]);
  });

  it('leaves other answers alone', () => {
    const services = [seen('one', 'One', { elsewhere: redirect }), seen('two', 'Two', {})];

    expect(withFilterAnswers(services).map(({ attempts }) => [...attempts.values()])).toEqual(
      services.map(({ attempts }) => [...attempts.values()]),
    );
  });

  it('is likely, local, and never called a block', () => {
    const services = [
      seen('one', 'One', { elsewhere: redirect }),
      seen('two', 'Two', { elsewhere: redirect }),
      seen('three', 'Three', {}),
    ];

    const { round } = diagnoseRound(aRoundEvidence({ services }), new Map());

    const local = { state: 'likely_blocked', locus: 'local', reason: 'filter-answers' };
    expect(round.services).toMatchObject([
      { ...local, mechanisms: ['http.redirect'] },
      local,
      { state: 'ok', locus: 'unknown' },
    ]);
  });

  it('is not named in what is kept', () => {
    const services = [
      seen('one', 'One', { elsewhere: redirect }, { elsewhere: page }),
      seen('two', 'Two', { elsewhere: redirect }),
    ];
    const { round } = diagnoseRound(aRoundEvidence({ services }), new Map());

    const kept = withoutNamesElsewhere(round);

    const marks = kept.services.flatMap(({ targets }) =>
      targets.flatMap(({ attempts }) => attempts.map(({ elsewhere }) => elsewhere)),
    );
    expect(marks).toEqual(['redirect 1', 'page 2', 'redirect 1']);
    expect(JSON.stringify(kept)).not.toContain('office');
  });
});

describe('a redirect without TLS, beside handshakes that are reset', () => {
  const plain = aTarget({
    id: 'chat/plain',
    kind: 'http',
    urls: ['http://web.chat.example/'],
    votes: false,
  });
  const service = aService({ targets: [aTarget(), plain] });
  const led = (elsewhere: string) =>
    aFailure('unclear', { failure: foreignAnswerFailure, httpStatus: 302, elsewhere });

  function judge(elsewhere: string) {
    const attempts = { 'chat/web': repeated('reset', 3), 'chat/plain': [led(elsewhere)] };
    const evidence = aRoundEvidence({
      services: [aServiceEvidence(attempts, { service })],
      addressProbes: aPair(),
    });
    return diagnoseRound(evidence, new Map()).round.services[0];
  }

  it.each(['inside filter.office.lan', 'inside filter'])(
    'is the filter of a household or organisation where only those know the host: %s',
    (elsewhere) => {
      const result = judge(elsewhere);

      expect(result).toMatchObject({
        state: 'likely_blocked',
        locus: 'local',
        reason: 'filter-answers',
        mechanisms: ['tls.reset.sni'],
      });
      expect(result?.roles.map(({ state }) => state)).toEqual(['likely_blocked']);
    },
  );

  it.each(['inside 10.10.34.34', 'inside [fd00::1]', 'redirect block.provider.example'])(
    'is the network’s anywhere else: %s',
    (elsewhere) => {
      expect(judge(elsewhere)).toMatchObject({ state: 'blocked', locus: 'network' });
    },
  );
});
