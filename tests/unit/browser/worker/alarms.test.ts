import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { nextCheckAt } from '../../../../lib/browser/worker/alarms.ts';
import { at, dateAt } from '../../../helpers/clock.ts';

beforeEach(() => fakeBrowser.reset());

const setAt = (name: string, seconds: number) =>
  fakeBrowser.alarms.create(name, { when: dateAt(seconds).getTime() });

it('knows of no next check without an alarm that starts one', async () => {
  expect(await nextCheckAt()).toBeNull();

  await setAt('route-watch', 30);
  await setAt('watchdog', 30);
  expect(await nextCheckAt()).toBeNull();
});

it('tells the earliest of the checks to come', async () => {
  await setAt('schedule', 900);
  await setAt('confirm', 60);
  await setAt('alert', 30);

  expect(await nextCheckAt()).toBe(at(60));
});
