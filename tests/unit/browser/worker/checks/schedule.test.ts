import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type RoundAlarm, setAlarm } from '../../../../../lib/browser/worker/alarms.ts';
import {
  ensureSchedule,
  planNext,
  startByAlarm,
} from '../../../../../lib/browser/worker/checks/schedule.ts';
import { readCheckSettings } from '../../../../../lib/browser/worker/stored/check-settings.ts';
import type { RoundProgress } from '../../../../../lib/model/progress.ts';
import type { Round } from '../../../../../lib/model/round.ts';
import type { RoundController } from '../../../../../lib/round/controller.ts';
import type { CheckSettings } from '../../../../../lib/settings/check-settings.ts';
import { anAttempt } from '../../../../helpers/attempts.ts';
import { at } from '../../../../helpers/clock.ts';
import {
  aRound,
  aServiceResult,
  aStanding,
  aTargetResult,
  someSoftware,
} from '../../../../helpers/rounds.ts';
import { someSettings } from '../../../../helpers/settings.ts';

vi.mock(import('../../../../../lib/browser/worker/stored/check-settings.ts'), () => ({
  readCheckSettings: vi.fn(),
}));

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const schedule = () => fakeBrowser.alarms.get('schedule');

beforeEach(() => {
  fakeBrowser.reset();
});

it.each([
  ['the interval allows', {}, 17.9],
  ['a pause allows', { pausedUntil: inMinutes(600) }, 601],
])('keeps an alarm that is no further off than %s', async (_what, settings, minutes) => {
  vi.mocked(readCheckSettings).mockResolvedValue(someSettings(settings));
  await setAlarm('schedule', minutes);
  const before = await schedule();

  await ensureSchedule();

  expect(before).toBeDefined();
  expect(await schedule()).toEqual(before);
});

it.each([
  ['the interval', {}, 18.1, 18],
  ['a pause', { pausedUntil: inMinutes(600) }, 602.1, 602],
])(
  'replaces an alarm that is further off than %s allows, as the clock was set back',
  async (_what, settings, minutes, most) => {
    vi.mocked(readCheckSettings).mockResolvedValue(someSettings(settings));
    await setAlarm('schedule', minutes);

    await ensureSchedule();

    expect((await schedule())?.scheduledTime).toBeLessThanOrEqual(Date.parse(inMinutes(most)));
  },
);

it.each([
  ['what the round could not see', [aStanding()], 3, 3.5],
  ['a change, where one awaits it', [aStanding({ candidate: 'blocked' as const })], 0.8, 1.2],
])('sets the alarm of the round that shows %s', async (_what, standings, least, most) => {
  vi.mocked(readCheckSettings).mockResolvedValue(someSettings({}));
  const before = Date.now();

  await planNext({ round: aRoundOverOldConnections(), standings });

  const alarm = await fakeBrowser.alarms.get('confirm');
  expect(alarm?.scheduledTime).toBeGreaterThanOrEqual(before + least * 60_000);
  expect(alarm?.scheduledTime).toBeLessThanOrEqual(Date.now() + most * 60_000);
});

it.each<RoundAlarm>(['schedule', 'startup', 'confirm'])(
  'makes one round of a %s alarm and a change of network that waits for one',
  async (trigger) => {
    expect(await roundsOf(trigger)).toEqual({ started: 'network-change', isWaiting: false });
  },
);

it('leaves a change of network its own round where another one runs, which began before it', async () => {
  const progress: RoundProgress = {
    roundId: 'round-1',
    trigger: 'manual',
    startedAt: at(0),
    services: [],
  };

  expect(await roundsOf('schedule', { progress })).toEqual({
    started: 'schedule',
    isWaiting: true,
  });
});

it('starts a scheduled round as such where a change of network may start none', async () => {
  const settings = { onNetworkChange: false };

  expect(await roundsOf('schedule', { settings })).toMatchObject({ started: 'schedule' });
});

it('starts a scheduled round as such where no change of network waits', async () => {
  vi.mocked(readCheckSettings).mockResolvedValue(someSettings());
  const controller = aController(null);

  await startByAlarm(controller, { trigger: 'schedule', dueAt: new Date() });

  expect(controller.start).toHaveBeenCalledExactlyOnceWith('schedule', null);
});

/** What an alarm that goes off starts while a change of network waits, and whether that waits still. */
async function roundsOf(
  trigger: RoundAlarm,
  {
    progress = null,
    settings = {},
  }: { progress?: RoundProgress | null; settings?: Partial<CheckSettings> } = {},
) {
  vi.mocked(readCheckSettings).mockResolvedValue(someSettings(settings));
  await setAlarm('network-change', 1);
  const controller = aController(progress);
  await startByAlarm(controller, { trigger, dueAt: new Date() });
  expect(controller.start).toHaveBeenCalledOnce();
  const isWaiting = (await fakeBrowser.alarms.get('network-change')) !== undefined;
  return { started: controller.start.mock.calls[0]?.[0], isWaiting };
}

function aController(progress: RoundProgress | null) {
  const start = vi.fn<RoundController['start']>(async () => 'round-1');
  return { start, progress: () => progress };
}

function aRoundOverOldConnections(): Round {
  const targets = [aTargetResult({ attempts: [anAttempt({ reusedConnection: true })] })];
  return aRound({
    software: { ...someSoftware, browser: 'Firefox 153.0' },
    services: [aServiceResult({ reason: 'over-old-connection', targets })],
  });
}
