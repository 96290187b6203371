import { describe, expect, it } from 'vitest';
import { emptyWindow } from '../../../lib/diagnose/chance/window.ts';
import { fullEveryMs } from '../../../lib/model/plan.ts';
import type { Trigger } from '../../../lib/model/round.ts';
import { type PlanRequest, planRound } from '../../../lib/round/plan.ts';
import { aCatalog, aControl, aService, aTarget } from '../../helpers/catalog.ts';
import { at, dateAt } from '../../helpers/clock.ts';
import { aStanding, standingsOf } from '../../helpers/rounds.ts';

const services = ['one', 'two', 'three'].map((id) => aService({ id }));
const quiet = standingsOf(...services.map(({ id }) => aStanding({ service: id })));

function plan(overrides: Partial<PlanRequest> = {}) {
  return planRound({
    id: 'round-1',
    trigger: 'schedule',
    now: dateAt(0),
    catalog: aCatalog({ services }),
    only: services.map(({ id }) => id),
    standings: quiet,
    keepsSilentMs: 0,
    controlMemory: { usualMs: null, silent: [], answered: [], fellSilent: [] },
    lastFullAt: at(-60),
    savesData: false,
    random: () => 0.5,
    ...overrides,
  });
}

function aWindow(sum: number) {
  return { ...emptyWindow('two/web'), sum };
}

function depthsOf(planned: ReturnType<typeof plan>) {
  return Object.fromEntries(planned.services.map(({ id, depth }) => [id, depth]));
}

describe('witnesses', () => {
  const witnesses = ['a', 'b', 'c', 'd'].map((id) => aControl({ id }));
  const catalog = aCatalog({ services, witnesses });

  it('are asked in an order that differs from round to round', () => {
    const keys = [0.9, 0.1, 0.5, 0.3];
    const random = () => keys.shift() ?? 0.5;

    expect(plan({ catalog, only: [], random }).witnesses).toEqual(['b', 'd', 'c', 'a']);
  });

  it('that never answer here come last', () => {
    const controlMemory = { usualMs: null, silent: ['a', 'c'], answered: ['b'], fellSilent: [] };

    expect(plan({ catalog, controlMemory })).toMatchObject({
      witnesses: ['b', 'd', 'a', 'c'],
      silentControls: ['a', 'c'],
      answeredControls: ['b'],
    });
  });
});

describe('controls that nobody has seen answer', () => {
  const candidates = ['a', 'b'].map((id) => aControl({ id, candidate: true }));
  const catalog = aCatalog({ services, controls: [aControl(), ...candidates] });

  it.each([
    ['none has answered', [], ['a', 'b']],
    ['one has answered here', ['a', 'foreign'], ['b']],
  ])('are unproven where %s', (_case, answered, expected) => {
    const controlMemory = { usualMs: null, silent: [], answered, fellSilent: [] };

    expect(plan({ catalog, controlMemory }).unprovenControls).toEqual(expected);
  });
});

describe('connections on which transfers fell silent', () => {
  const silent = { host: 'web.chat.example', lastByteAt: dateAt(0).getTime() };
  const controlMemory = { usualMs: null, silent: [], answered: [], fellSilent: [silent] };

  it.each([
    [73, 74_000, [silent]],
    [74, 74_000, undefined],
    [1, 0, undefined],
  ])('after %d s where the browser keeps them for %d ms', (seconds, keepsSilentMs, expected) => {
    const planned = plan({ now: dateAt(seconds), keepsSilentMs, controlMemory });

    expect(planned.silentConnections).toEqual(expected);
  });
});

describe('the plan of a round', () => {
  it('names the home whose sites it may ask', () => {
    const home = { country: 'BY', languages: [], cities: [] };

    expect(plan({ catalog: aCatalog({ services, home }) }).home).toBe('BY');
  });

  it('is full if a person starts the round', () => {
    const planned = plan({ trigger: 'manual' });

    expect(planned).toMatchObject({ id: 'round-1', startedAt: at(0), full: true });
    expect(depthsOf(planned)).toEqual({ one: 'all', two: 'all', three: 'all' });
  });

  it('is a pulse of sentinels if all services are ok', () => {
    const planned = plan();

    expect(planned.full).toBe(false);
    expect(depthsOf(planned)).toEqual({ one: 'sentinel', two: 'sentinel', three: 'sentinel' });
  });

  it.each([
    ['never ran', null, true],
    ['is six hours old', -fullEveryMs / 1000, true],
    ['is one second younger than that', -fullEveryMs / 1000 + 1, false],
    ['lies in the future, by a clock that was wrong', 3600, true],
  ])('depends on whether the last full round %s', (_case, seconds, full) => {
    const planned = plan({ lastFullAt: seconds === null ? null : at(seconds) });

    expect(planned.full).toBe(full);
  });

  it.each([
    ['is blocked', aStanding({ service: 'two', state: 'blocked' })],
    ['is impaired', aStanding({ service: 'two', state: 'impaired' })],
    ['is unknown', aStanding({ service: 'two', state: 'insufficient' })],
    ['is about to change', aStanding({ service: 'two', candidate: 'likely_blocked' })],
    [
      'failed of late, and not for certain by chance',
      aStanding({ service: 'two', windows: [aWindow(1.6)] }),
    ],
  ])('checks in full only the service that %s', (_case, standing) => {
    const planned = plan({ standings: new Map([...quiet, ['two', standing]]) });

    expect(planned.full).toBe(false);
    expect(depthsOf(planned)).toEqual({ one: 'sentinel', two: 'all', three: 'sentinel' });
  });

  it.each([
    ['answered since', 0.9],
    ['fails for certain', 7],
  ])('does not check in full a service that %s', (_case, sum) => {
    const standing = aStanding({ service: 'two', windows: [aWindow(sum)] });
    const planned = plan({ standings: new Map([...quiet, ['two', standing]]) });

    expect(depthsOf(planned)).toMatchObject({ two: 'sentinel' });
  });

  it('names what was withheld for longer than a resolver keeps a wrong answer', () => {
    const withheld = [
      { name: 'recent.example', since: at(-300) },
      { name: 'long.example', since: at(-360) },
      { name: 'seen-before-the-clock-was-set-back.example', since: at(9_000) },
    ];
    const standing = aStanding({ service: 'two', withheld });
    const planned = plan({ standings: new Map([...quiet, ['two', standing]]) });

    expect(planned.services.map((one) => one.withheld)).toEqual([
      undefined,
      ['long.example'],
      undefined,
    ]);
  });

  it('names nothing that was withheld where the route may have been another', () => {
    const withheld = [-900, -600].map((seconds) => ({ name: `${seconds}`, since: at(seconds) }));
    const standings = standingsOf(aStanding({ service: 'two', withheld }));

    expect(plan({ standings, routeSince: at(-600) }).services[1]?.withheld).toEqual(['-600']);
    expect(plan({ standings, routeSince: at(0) }).services[1]?.withheld).toBeUndefined();
  });

  it('names the targets of which it is open whether most connections fail', () => {
    const windows = [aWindow(1.6), { ...aWindow(7), target: 'two/media' }];
    const standing = aStanding({ service: 'two', windows });
    const planned = plan({ standings: new Map([...quiet, ['two', standing]]) });

    expect(planned.services.map(({ doubted }) => doubted)).toEqual([[], ['two/web'], []]);
  });

  it('names the services that are shown as failing, where what opens is shown at once', () => {
    const standings = standingsOf(
      aStanding({ service: 'one', state: 'impaired' }),
      aStanding({ service: 'two' }),
      aStanding({ service: 'three', state: 'insufficient' }),
    );
    const namedBy = (trigger: Trigger) =>
      plan({ standings, trigger }).services.flatMap(({ id, mayOpen }) => (mayOpen ? [id] : []));

    expect(namedBy('manual')).toEqual(['one']);
    expect(namedBy('network-change')).toEqual(['one']);
    expect(namedBy('schedule')).toEqual([]);
    expect(namedBy('confirm')).toEqual([]);
  });

  it('checks in full a service that was never checked', () => {
    expect(depthsOf(plan({ standings: new Map() })).one).toBe('all');
  });

  it('has only the requested services', () => {
    const planned = plan({ only: ['two', 'no-such-service'] });

    expect(planned.services.map((one) => one.id)).toEqual(['two']);
  });

  it('is in random order', () => {
    const keys = [0.9, 0.1, 0.5];

    const planned = plan({ random: () => keys.shift() ?? 0 });

    expect(planned.services.map((one) => one.id)).toEqual(['two', 'three', 'one']);
  });
});

describe('transfers', () => {
  const large = (id: string, changes = {}) =>
    aTarget({ id: `${id}/large`, kind: 'download', ...changes });
  const catalog = aCatalog({
    services: [
      aService({ id: 'one', targets: [aTarget({ id: 'one/web' }), large('one')] }),
      ...['two', 'three', 'four'].map((id) =>
        aService({ id, targets: [large(id, { inTurn: true })] }),
      ),
    ],
  });
  const only = ['one', 'two', 'three', 'four'];
  const quietAll = standingsOf(...only.map((service) => aStanding({ service })));
  const transfersOf = (overrides: Partial<PlanRequest>) =>
    plan({ catalog, only, standings: quietAll, ...overrides }).services.flatMap(
      ({ transfers }) => transfers,
    );

  it('are all planned if a person asks, and none in a pulse', () => {
    expect(transfersOf({ trigger: 'manual' })).toEqual(only.map((id) => `${id}/large`));
    expect(transfersOf({})).toEqual([]);
  });

  it('that are costly take turns in scheduled full rounds', () => {
    const rounds = [0, 1, 2, 3].map((round) => {
      const now = dateAt(round * (fullEveryMs / 1000));
      return transfersOf({ now, lastFullAt: null });
    });

    expect(rounds.map(([first]) => first)).toEqual(Array(4).fill('one/large'));
    expect(rounds.map((made) => made.length)).toEqual([2, 2, 2, 2]);
    expect(new Set(rounds.slice(0, 3).map((made) => made[1])).size).toBe(3);
    expect(rounds[3]).toEqual(rounds[0]);
  });

  it.each([
    ['was frozen', { mechanisms: ['tls.throttle.sni' as const] }],
    ['may be changing', { candidate: 'impaired' as const }],
  ])('are planned in every round for a service that %s', (_case, overrides) => {
    const standings = standingsOf(
      ...quietAll.values(),
      aStanding({ service: 'two', ...overrides }),
    );

    expect(transfersOf({ standings })).toEqual(['two/large']);
  });

  it('are never planned if the person saves data', () => {
    expect(transfersOf({ trigger: 'manual', savesData: true })).toEqual([]);
  });
});
