import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readCheckSettings } from '../../../../../lib/browser/check-settings.ts';
import { setAlarm } from '../../../../../lib/browser/worker/alarms.ts';
import { ensureSchedule, planNext } from '../../../../../lib/browser/worker/checks/schedule.ts';
import type { Round } from '../../../../../lib/model/round.ts';
import { anAttempt } from '../../../../helpers/attempts.ts';
import {
  aRound,
  aServiceResult,
  aStanding,
  aTargetResult,
  someSoftware,
} from '../../../../helpers/rounds.ts';
import { someSettings } from '../../../../helpers/settings.ts';

vi.mock(import('../../../../../lib/browser/check-settings.ts'), () => ({
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

function aRoundOverOldConnections(): Round {
  const targets = [aTargetResult({ attempts: [anAttempt({ reusedConnection: true })] })];
  return aRound({
    software: { ...someSoftware, browser: 'Firefox 153.0' },
    services: [aServiceResult({ reason: 'over-old-connection', targets })],
  });
}
