import { beforeEach, describe, expect, it } from 'vitest';
import { readStandings } from '../../../../lib/history/facts.ts';
import type { HistoryIndex } from '../../../../lib/history/index/records.ts';
import { readIndex } from '../../../../lib/history/index/store.ts';
import { readLatest } from '../../../../lib/history/latest.ts';
import type { WritableHistory } from '../../../../lib/history/open.ts';
import { readBars, spans } from '../../../../lib/history/queries/bars.ts';
import { forgetOldRounds } from '../../../../lib/history/retention/forget-old.ts';
import { thinOut } from '../../../../lib/history/retention/thin-out.ts';
import { recordRound } from '../../../../lib/history/rounds.ts';
import type { Round } from '../../../../lib/model/round.ts';
import type { TargetWindow } from '../../../../lib/model/standing.ts';
import type { ServiceState } from '../../../../lib/model/state.ts';
import { anAttempt } from '../../../helpers/attempts.ts';
import { at, dateAt } from '../../../helpers/clock.ts';
import {
  allRounds,
  allTransitions,
  compressSingles,
  useHistory,
} from '../../../helpers/history.ts';
import { aRound, aServiceResult, aStanding, noCircumstances } from '../../../helpers/rounds.ts';

const open = useHistory();
const days = 30;
const daySeconds = 24 * 60 * 60;
const yearSeconds = 365 * daySeconds;

let history: WritableHistory;
beforeEach(async () => {
  history = await open();
});

/** A round by days from now, whose clock a site has confirmed, or said to be off. */
function onDay(day: number, clockAheadDays: number | null = 0, parts: Partial<Round> = {}): Round {
  const controls = [{ id: 'foreign', attempts: [anAttempt({ clockAheadDays })] }];
  return aRound({
    id: `day ${day}`,
    startedAt: at(day * daySeconds),
    circumstances: { ...noCircumstances, controls },
    ...parts,
  });
}

async function record(...rounds: Round[]): Promise<void> {
  for (const round of rounds) {
    await recordRound(history, { round, standings: [], full: false });
  }
}

const forget = (day = 0) => forgetOldRounds(history, days, dateAt(day * daySeconds));

/** As often as it takes; returns how often that was. */
async function forgetAll(): Promise<number> {
  let times = 0;
  while (await forget()) times += 1;
  return times;
}

const ids = async () => (await allRounds(history)).map(({ id }) => id);

describe('rounds older than they are to be kept', () => {
  it('are deleted, and no newer ones', async () => {
    await record(onDay(-60), onDay(-30.01), onDay(-30), onDay(0));

    await forgetAll();

    expect(await ids()).toEqual(['day -30', 'day 0']);
  });

  it('take with them the standings of services that were not asked since, and no others', async () => {
    const aWindow = (day: number): TargetWindow => ({
      target: 'a/web',
      tries: [],
      sum: 0,
      at: at(day * daySeconds),
      mostlyFails: false,
    });
    const since = at(-90 * daySeconds);
    await record(onDay(-60), onDay(-1));
    await recordRound(history, {
      round: onDay(0),
      standings: [
        aStanding({
          service: 'gone',
          since,
          windows: [aWindow(-60), aWindow(-31)],
          aside: [aWindow(-50)],
        }),
        aStanding({ service: 'asked', since, windows: [aWindow(-60), aWindow(-29)] }),
        aStanding({ service: 'asked-aside', since, windows: [aWindow(-60)], aside: [aWindow(-1)] }),
        aStanding({ service: 'never-tried', since }),
      ],
      full: false,
    });

    await forgetAll();

    expect([...(await readStandings(history)).keys()]).toEqual([
      'asked',
      'asked-aside',
      'never-tried',
    ]);
  });

  it('stay behind a young one', async () => {
    await record(onDay(-1), onDay(-60), onDay(0));

    expect(await forget()).toBe(false);
    expect(await ids()).toHaveLength(3);
  });

  it('are never the latest', async () => {
    await record(onDay(-60), onDay(-59));
    expect(await forget(365)).toBe(false);

    expect(await ids()).toHaveLength(2);
  });

  it('go with one before them that is dated in the future', async () => {
    await record(onDay(-60), onDay(300, 300), onDay(-59), onDay(-1), onDay(200, 200), onDay(0));

    await forgetAll();

    expect(await ids()).toEqual(['day -1', 'day 200', 'day 0']);
  });

  it('go with any number before them that are dated in the future', async () => {
    const misdated = Array.from({ length: 97 }, (_, index) =>
      onDay(300, 300, { id: `misdated ${index}` }),
    );
    await record(...misdated, onDay(-60), onDay(-59), onDay(0));

    await forgetAll();

    expect(await ids()).toEqual(['day 0']);
  });

  it.each([
    ['every five minutes', 5, [96, 96, 96, 96, 32]],
    ['every quarter of an hour', 15, [96, 96, 96, 96, 32]],
    ['every hour', 60, [24, 24, 24, 24, 24]],
    ['now and then', 20 * 60, [2, 2, 2, 2, 2]],
  ])("go a day's worth at a time: checks %s", async (_case, minutes, gone) => {
    const count = gone.reduce((sum, one) => sum + one, 0);
    const old = Array.from({ length: count }, (_, index) => {
      const startedAt = at(-100 * daySeconds + 60 * minutes * index);
      return onDay(-100, 0, { id: `old ${index}`, startedAt });
    });
    await record(...old, onDay(0));

    const counted: number[] = [];
    for (let left = count; left > 0; left = (await ids()).length - 1) {
      const before = left;
      await forget();
      counted.push(before - (await ids()).length + 1);
    }

    expect(counted).toEqual(gone);
    expect(await ids()).toEqual(['day 0']);
  });

  it('take their dictionaries along, and no others', async () => {
    await record(onDay(-60), onDay(-59), onDay(-1), onDay(0));
    await compressSingles(history);
    expect(await history.database.getAllKeys('sealedDictionaries')).toEqual([1, 2, 3, 4]);

    await forgetAll();

    expect(await history.database.getAllKeys('sealedDictionaries')).toEqual([3, 4]);
    expect(await ids()).toEqual(['day -1', 'day 0']);
  });

  it('take their dictionaries along where no later one is compressed yet', async () => {
    await record(onDay(-60), onDay(-59));
    await compressSingles(history);
    await record(onDay(-1), onDay(0));

    await forgetAll();

    expect(await history.database.getAllKeys('sealedDictionaries')).toEqual([]);
    expect(await ids()).toEqual(['day -1', 'day 0']);
  });
});

describe('a date in doubt', () => {
  it('a year ahead for one round deletes nothing, then or later', async () => {
    await record(onDay(-29), onDay(-1), onDay(365, 365));
    expect(await forgetOldRounds(history, days, dateAt(yearSeconds))).toBe(false);

    await record(onDay(0));
    expect(await forget()).toBe(false);

    expect(await ids()).toEqual(['day -29', 'day -1', 'day 365', 'day 0']);
    expect((await readLatest(history)).round?.id).toBe('day 0');
  });

  it.each([
    ['which no site has judged', onDay(365, null)],
    [
      'which the round says is wrong',
      onDay(365, 0, { network: { ...aRound().network, state: 'degraded', trouble: 'clock' } }),
    ],
    [
      'which a portal alone confirms',
      onDay(365, 0, {
        network: {
          ...aRound().network,
          controls: [{ id: 'foreign', group: 'portal', ok: true, failure: null, totalMs: 1 }],
        },
      }),
    ],
  ])('a year ahead for good, %s, deletes nothing', async (_case, round) => {
    await record(onDay(-29), onDay(-1), { ...round, id: 'one' }, { ...round, id: 'other' });

    expect(await forgetOldRounds(history, days, dateAt(yearSeconds))).toBe(false);
    expect(await ids()).toHaveLength(4);
  });

  it('counts a day at most from the latest round', async () => {
    await record(onDay(-29.5), onDay(-20), onDay(0));

    expect(await forgetOldRounds(history, days, dateAt(yearSeconds))).toBe(true);
    expect(await ids()).toEqual(['day -20', 'day 0']);
  });

  it('in the past deletes nothing', async () => {
    await record(onDay(-29), onDay(-1), onDay(-9000, -9000));

    expect(await forget(-9000)).toBe(false);
    expect(await ids()).toHaveLength(3);
  });

  it('is known from an earlier round where the latest had no answer', async () => {
    await record(onDay(-60), onDay(-1), onDay(0, null));

    expect(await forget()).toBe(true);
    expect(await ids()).toEqual(['day -1', 'day 0']);
  });

  it('is in doubt where the latest is dated far from it, and was not judged', async () => {
    await record(onDay(-60), onDay(0), onDay(365, null));

    expect(await forget()).toBe(false);
    await record(onDay(0.1));
    expect(await forget()).toBe(true);
  });

  it('is not known where no round was ever judged', async () => {
    await record(onDay(-60, null), onDay(0, null));

    expect(await forget()).toBe(false);
  });
});

describe('the index of old rounds', () => {
  const seen = (day: number, state: ServiceState): Round =>
    onDay(day, 0, { services: [aServiceResult({ state, roundState: state })] });

  it('goes with them: sums of days, and transitions', async () => {
    await record(
      seen(-60, 'ok'),
      seen(-59, 'down'),
      seen(-2, 'ok'),
      seen(-1, 'down'),
      seen(0, 'ok'),
    );
    expect(await allTransitions(history)).toHaveLength(4);

    await forgetAll();

    expect((await allTransitions(history)).map(({ to }) => to)).toEqual(['ok', 'down', 'ok']);
    const bars = await readBars(history, { ...spans.year, until: dateAt(0) });
    expect(bars.filter(({ rollups }) => rollups.length > 0)).toHaveLength(3);
    expect(await history.database.getAllKeys('sealedDays')).toEqual([3, 4, 5]);
  });

  it('goes a day at a time, though its rounds had no room', async () => {
    await record(
      seen(-62, 'ok'),
      seen(-61, 'down'),
      seen(-60, 'ok'),
      seen(-2, 'ok'),
      seen(0, 'ok'),
    );
    while (await thinOut(history, 1));
    expect(await ids()).toEqual(['day 0']);

    expect(await forget()).toBe(true);
    expect(await history.database.getAllKeys('sealedDays')).toEqual([2, 3, 4, 5]);
    expect(await forgetAll()).toBe(2);

    expect(await history.database.getAllKeys('sealedDays')).toEqual([4, 5]);
  });

  it('goes on after all of it went but the latest day', async () => {
    const changing = [-70, -69, -68, -67, -66, -65].map((day, index) =>
      seen(day, index % 2 === 0 ? 'ok' : 'down'),
    );
    await record(...changing, seen(0, 'down'));
    await forgetAll();
    expect(await history.database.count('sealedMonths')).toBe(0);
    expect(await history.database.count('sealedTransitions')).toBe(0);

    await record(seen(1, 'ok'));

    const index: HistoryIndex = await readIndex(history);
    expect(index).toMatchObject({ day: 8, through: 8 });
    expect((await allTransitions(history)).map(({ to }) => to)).toEqual(['ok']);
    expect(await history.database.getAllKeys('sealedDays')).toEqual([7, 8]);
  });
});
