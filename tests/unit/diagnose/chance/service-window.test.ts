import { describe, expect, it } from 'vitest';
import type { Service } from '../../../../lib/catalog/schema.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Standing } from '../../../../lib/model/standing.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import {
  aControlEvidence,
  aGate,
  aNetwork,
  aRoundEvidence,
  aServiceEvidence,
} from '../../../helpers/evidence.ts';
import { aRouting } from '../../../helpers/routing.ts';

const ids = ['chat/web', 'chat/site', 'chat/app'];
const service = aService({ targets: ids.map((id) => aTarget({ id })) });

/** Of its parts one is needed. */
const inParts = aService({
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'media', required: false, match: 'all' },
  ],
  targets: ids.map((id) => aTarget({ id, role: id === 'chat/web' ? 'web' : 'media' })),
});

/** The first of its targets alone has a vote; each has a host of its own. */
const alone = aService({
  targets: ids.map((id, place) =>
    aTarget({ id, votes: id === 'chat/web', urls: [`https://${place}.chat.example/`] }),
  ),
});

/** The round in which the route changes, counted from 0. */
let changesIn: number | null = null;

/** The round in which the network loses packets, counted from 0. */
let lossyIn: number | null = null;

/** Nothing else is lost. */
const controls = Array.from({ length: 10 }, (_, index) =>
  aControlEvidence({ id: `foreign-${index}` }),
);

/** Rounds of a service with three targets: `x` is a reset, `.` gets through, `-` is not asked. */
function play(tested: Service | string, ...more: string[]) {
  return resultsOf(tested, ...more).map((seen) => [seen?.roundState, seen?.reason]);
}

function resultsOf(tested: Service | string, ...more: string[]) {
  const rounds = typeof tested === 'string' ? [tested, ...more] : more;
  const chosen = typeof tested === 'string' ? service : tested;
  let standings = new Map<string, Standing>();
  return rounds.map((round, index) => {
    const tried = round.split(' ').map((tries) => tries.split('').filter((one) => one !== '-'));
    const attempts = tried.map((tries, place) => [
      ids[place],
      tries.map((one, turn) => {
        const when = { n: turn + 1, startedAt: at(900 * index + 10 + 20 * turn) };
        return one === 'x' ? aFailure('reset', when) : anAttempt(when);
      }),
    ]);
    const diagnosed = diagnoseRound(
      aRoundEvidence({
        id: `round-${index}`,
        startedAt: at(900 * index),
        services: [
          aServiceEvidence(Object.fromEntries(attempts.filter(([, one]) => one?.length !== 0)), {
            service: chosen,
          }),
        ],
        controls,
        ...(index === lossyIn && {
          network: aNetwork({ state: 'degraded', trouble: 'loss' }),
        }),
        routing: index === changesIn ? aRouting({ exitChanged: true }) : null,
        gates: [0, 1, 2, 3, 4].map((turn) => aGate(900 * index + 20 * turn)),
      }),
      standings,
    );
    standings = new Map(diagnosed.standings.map((one) => [one.service, one]));
    const [seen] = diagnosed.round.services;
    return seen;
  });
}

const mostlyFails = ['impaired', 'mostly-fails'];
const opens = ['ok', 'got-through'];

describe('a service of which most connections fail', () => {
  it('is told by its targets together, sooner than by each', () => {
    expect(play('xx. x. xx.', 'x. . x.')[1]).toEqual(mostlyFails);
  });

  it('takes two failures of two targets, with nothing that gets through beside them', () => {
    expect(play('x.x x.x -')).toEqual([mostlyFails]);
    expect(play('x.x x.x .')).toEqual([opens]);
  });

  it('is shown at once where the round before left a doubt, and else in the next round', () => {
    const shown = (...rounds: string[]) => resultsOf('. . .', ...rounds).at(-1)?.state;

    expect(shown('x. xx. .', 'xx. x. x.')).toBe('impaired');
    expect(shown('. . .', 'xxx.x xx.x x.')).toBe('ok');
    expect(shown('. . .', 'xxx.x xx.x x.', 'x. . x.')).toBe('impaired');
    // Where nothing gets through a block may begin.
    expect(shown('x. xx. .', 'xxx xxx x')).toBe('ok');
    expect(resultsOf('. . .', 'xx. xx. .', 'xxx xxx x').at(-1)?.roundState).toBe('impaired');
    // Where the round before nearly tells it as well, none does.
    expect(shown('xxxx. . .', 'xxx . .')).toBe('impaired');
    expect(shown('x. . .', 'xxx . .')).toBe('ok');
    // One of its roles fails, whatever another did before.
    const roles = inParts.roles.map((role) => ({ ...role, required: true }));
    const partly = resultsOf({ ...inParts, roles }, 'x. . .', 'x. . .', '. xxx xxx').at(-1);
    expect(partly).toMatchObject({ state: 'ok', roundState: 'impaired' });
    // A part that never gets through tells nothing of the others.
    expect(resultsOf(inParts, '. xxx .', 'xx. xxx .', 'xxx xxx .').at(-1)).toMatchObject({
      state: 'ok',
      roundState: 'impaired',
      reason: 'mostly-fails',
    });
  });

  it('stays so in rounds that happen to get through, or to fail', () => {
    const rounds = play('xx. x. xx.', 'x. . x.', '. - -', 'xxx - -');

    expect(rounds.slice(2)).toEqual([mostlyFails, mostlyFails]);
  });

  it('stays so while failures alone are no more than chance', () => {
    const nearlyAll = play('xx. x. xx.', ...Array(8).fill('xxx xxx xxx'));
    const all = play('xx. x. xx.', 'x. . x.', '. . .', ...Array(7).fill('xxx xxx xxx'));

    expect(nearlyAll.at(-1)).toEqual(mostlyFails);
    expect(all.at(-1)?.[0]).toBe('likely_blocked');
  });

  it('is one that was blocked and then gets through more than once', () => {
    const blocked = ['xxx xxx xxx', 'xxx xxx xxx', 'xxx xxx xxx', 'xxx xxx xxx'];
    const once = play('xxx xxx xxx', ...blocked, 'xx. xxx xxx', ...blocked);
    const twice = play('xxx xxx xxx', ...blocked, 'xx. xxx xxx', 'xxx xxx xx.', 'xxx xxx xxx');

    expect(once.map(([, reason]) => reason)).not.toContain('mostly-fails');
    expect(twice.at(-1)).toEqual(mostlyFails);
  });

  it('is one that was blocked and then opens twice in a row, while parts of it go on failing', () => {
    const shown = (...rounds: string[]) =>
      resultsOf(inParts, 'xxx xxx xxx', ...rounds).map((seen) => seen?.state);
    const blocked = Array(2).fill('likely_blocked');

    expect(shown('x. x. xx.', '. xxx xxx')).toEqual([...blocked, 'impaired']);
    expect(shown('x. x. xx.', '. . .')).toEqual([...blocked, 'ok']);
    // Parts of it got through in each round.
    const inPart = resultsOf(inParts, 'xxx xx. xx.', 'x. x. xx.', '. xxx xxx');
    expect(inPart.map((seen) => seen?.state)).toEqual([...blocked, 'impaired']);
    expect(play(inParts, 'xxx xxx xxx', 'x. x. xx.').at(-1)?.[0]).toBe('ok');
    expect(play(inParts, 'xxx xxx xxx', 'xxx x. xx.', 'xxx xxx. xx.').at(-1)?.[1]).toBe('cut-off');
  });

  it('is said so with low confidence after a round in which nothing failed', () => {
    const rounds = resultsOf('xx. x. xx.', 'x. . x.', 'x. . .', '. . .');

    expect(rounds.map((seen) => seen?.reason).slice(1)).toEqual(Array(3).fill('mostly-fails'));
    expect(rounds.map((seen) => seen?.confidence).slice(2)).toEqual(['medium', 'low']);
  });

  it('is said so with low confidence on a network that loses packets', () => {
    const confidenceOf = () => resultsOf('xx. x. xx.', 'x. . x.').at(-1)?.confidence;
    const usual = confidenceOf();
    lossyIn = 1;
    const lossy = confidenceOf();
    lossyIn = null;

    expect([usual, lossy]).toEqual(['medium', 'low']);
  });

  it.each([
    ['is fine', ['. . .', '. - -']],
    ['failed once', ['x. . .', '. - -']],
    ['fails in one target alone', ['xxx . .', 'xxx . .', 'xxx . .']],
    ['fails in one target alone from some time on', ['. . .', 'xxx . .', 'xxx . .', 'xxx . .']],
    ['begins to fail', ['. . .', 'xxx xxx xxx', 'xxx xxx xxx']],
  ])('is not one that %s', (_case, [first = '', ...rounds]) => {
    expect(play(first, ...rounds).map(([, reason]) => reason)).not.toContain('mostly-fails');
  });

  it('is not one of which a target without a vote gets through', () => {
    const targets = service.targets.with(
      2,
      aTarget({ id: 'chat/app', votes: false, urls: ['https://app.chat.example/'] }),
    );
    const rounds = play({ ...service, targets }, 'xxx xxx .', 'xxx xxx .', '. . .');

    expect(rounds.map(([, reason]) => reason)).not.toContain('mostly-fails');
  });

  it('is not one that fails so over another route', () => {
    changesIn = 2;
    const rounds = play('xx. x. xx.', 'x. . x.', '. . .');
    changesIn = null;

    expect(rounds[2]).toEqual(['ok', 'got-through']);
    expect(play('xx. x. xx.', 'x. . x.', '. . .')[2]).toEqual(mostlyFails);
  });

  it('is not one that opens again', () => {
    expect(play('xxx xxx xxx', '. . .', '. . .').at(-1)).toEqual(['ok', 'got-through']);
  });

  it('is not one that opens again target by target', () => {
    const inTurn = play('xxx xxx xxx', '. . xxx', '. . xxx', '. . .', '. . .');
    const pair = aService({ targets: ids.slice(0, 2).map((id) => aTarget({ id })) });
    const one = play(pair, '. xxx', '. xxx', '. xxx', '. .', '. .');

    expect(inTurn.slice(3)).toEqual([opens, opens]);
    expect(one.slice(3)).toEqual([opens, opens]);
  });

  it('is not one of which a block pauses', () => {
    const shut = Array(3).fill('xxx xxx xxx');
    const rounds = play('. . .', ...shut, '. . .', '. . .', ...shut, '. . .', '. . .', ...shut);

    expect(rounds.map(([, reason]) => reason)).not.toContain('mostly-fails');
  });
});

describe('what has no vote', () => {
  const told = (...rounds: string[]) => play(alone, ...rounds).at(-1);
  const shown = (...rounds: string[]) => resultsOf(alone, ...rounds).at(-1)?.state;

  it('helps to decide where what has one leaves it open', () => {
    expect(told('x. x x', 'x. . x', 'x. x .')).toEqual(mostlyFails);
    expect(told('x. . .', 'x. . .', 'x. . .')?.[0]).toBe('ok');
  });

  it('speaks against it where it gets through', () => {
    expect(told('x.xx. x.x.. -')).toEqual(mostlyFails);
    expect(told('x.xx. x.x.. ..')).toEqual(opens);
  });

  it.each([
    ['never gets through', ['x. xxx .', 'x. xxx .', 'x. xxx .']],
    ['begins to fail', ['x. . .', 'x. . .', 'x. xx xx']],
    ['begins to fail after it failed once', ['. .... -', '. .... -', '. .x. -', 'x.x. xxx -']],
    ['failed at first alone', ['x.x. xxx. .']],
    ['was not asked since', ['x. x.x .', 'x. - -']],
  ])('changes nothing where it %s', (_case, rounds) => {
    expect(told(...rounds)?.[0]).toBe('ok');
  });

  it('changes nothing where what has a vote is fine, or failed once', () => {
    const flaky = Array(4).fill('. x.x x.x');

    expect(told(...flaky)).toEqual(opens);
    expect(told(...flaky, 'x. x.x x.x')?.[0]).toBe('ok');
    expect(told(...flaky, 'x.x. x.x x.x')?.[0]).toBe('ok');
    expect(told('x. x.x x.x')?.[0]).toBe('ok');
    expect(told('x.x. x.x x.x', '. x.x x.x')?.[0]).toBe('impaired');
    expect(told('x.x. . .', '. x.x x.x')?.[0]).toBe('ok');
  });

  it('changes nothing by what failed during a block that ended', () => {
    const ended = [...Array(4).fill('xxx xxx xxx'), ...Array(4).fill('. . .')];

    expect(told(...ended, 'x.x. x x')?.[0]).toBe('ok');
  });

  it('is forgotten where the route changes', () => {
    changesIn = 1;
    const rounds = ['. x.x -', '. - -', 'x.x. x -'];
    const moved = told(...rounds);
    changesIn = null;

    expect(moved?.[0]).toBe('ok');
    expect(told(...rounds)).toEqual(mostlyFails);
  });

  it('shows at once what adds up, where two of it left a doubt or one gets through', () => {
    expect(shown('. x.x x.x', 'xx.x. . .')).toBe('impaired');
    expect(shown('. x.x -', 'xx.x. . -')).toBe('ok');
    expect(told('. x.x -', 'xx.x. . -')).toEqual(mostlyFails);
    expect(shown('x. . .', 'x. x .', 'xxx . x')).toBe('impaired');
    expect(shown('x. . .', 'x. . .', 'xxx . x')).toBe('ok');
    // Where what has a vote left one as well, none gets through.
    expect(shown('x. x x', 'xxx x x')).toBe('impaired');
    expect(shown('x. x .', 'xxx x .')).toBe('ok');
    expect(shown('.x. x x', 'xxx x x')).toBe('ok');
    expect(told('.x. x x', 'xxx x x')).toEqual(mostlyFails);
  });

  it('has no share of failures that is told, and no state by it', () => {
    const site = resultsOf(alone, ...Array(4).fill('. x.x x.x')).at(-1)?.targets[1];

    expect([site?.recent, site?.state]).toEqual([null, 'ok']);
  });
});

it('is impaired, where one try in five failed for hours, until more fail in a row than chance explains', () => {
  const single = aService({ targets: [aTarget({ id: 'chat/web' })] });
  const hours = Array(6).fill('. . . x.').join(' ').split(' ');
  const rounds = play(single, ...hours, '.', '.', 'xxx', 'xxx');

  expect(rounds.slice(-2)).toEqual([mostlyFails, ['likely_blocked', 'cut-off']]);
});

describe('a service whose roles fail alike but for one round', () => {
  const roles = inParts.roles.map((role) => ({ ...role, required: true }));
  const shownAfter = (...rounds: string[]) =>
    resultsOf({ ...inParts, roles }, ...Array(8).fill('xxx x x'), '. . -', ...rounds).at(-1);

  it('stays blocked while nothing gets through, whatever its windows tell of one role', () => {
    expect(shownAfter('xxx x x', 'xxx x x', 'xxx x x')).toMatchObject({
      roundState: 'impaired',
      reason: 'some-roles-fail',
      state: 'likely_blocked',
    });
  });

  it('is impaired once one role gets through again', () => {
    expect(shownAfter('xxx x x', '. xxx x', '. xxx x')?.state).toBe('impaired');
  });
});
