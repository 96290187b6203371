import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveLanguage } from '../../../../../lib/browser/language.ts';
import {
  showBadge,
  showFirstBadge,
  showLatest,
} from '../../../../../lib/browser/worker/alerts/badge.ts';
import { changeCheckSettings } from '../../../../../lib/browser/worker/stored/check-settings.ts';
import { aRound, aServiceResult } from '../../../../helpers/rounds.ts';

vi.mock(import('../../../../../lib/browser/worker/alerts/badge-text.ts'), () => ({
  loadBadgeText: async (language) => ({ language, t: (id) => id }),
}));

const setIcon = vi.fn(async () => {});
const setBadgeText = vi.fn(async (_badge: { text: string }) => {});
const setTitle = vi.fn(async () => {});
const latest = vi.fn(async () => clear);

const finishedAt = new Date().toISOString();
const clear = aRound({ finishedAt, services: [aServiceResult()] });
const blocked = aRound({ finishedAt, services: [aServiceResult({ state: 'blocked' })] });
const texts = () => setBadgeText.mock.calls.map(([{ text }]) => text);

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  Object.assign(fakeBrowser, {
    action: { setIcon, setBadgeText, setTitle, setBadgeBackgroundColor: async () => {} },
  });
});

it('sets what the button shows already only once, as each icon costs as much as several requests', async () => {
  for (const round of [clear, clear, blocked, blocked, clear]) await showBadge(round);

  expect(texts()).toEqual(['', '1', '']);
  expect(setIcon).toHaveBeenCalledTimes(3);
});

it('leaves what was asked for last, where the one before takes longer', async () => {
  setTitle.mockImplementationOnce(async () => {
    for (let step = 0; step < 100; step += 1) await Promise.resolve();
  });
  await Promise.all([showBadge(blocked), showBadge(clear)]);

  await showBadge(blocked);

  expect(texts()).toEqual(['1', '', '1']);
});

it('sets what it showed before anew where another could be set in part only', async () => {
  await showBadge(clear);
  setTitle.mockRejectedValueOnce(new Error('no'));
  await expect(showBadge(blocked)).rejects.toThrow('no');

  await showBadge(clear);

  expect(texts()).toEqual(['', '1', '']);
});

it('sets it again in another language', async () => {
  await saveLanguage('en');
  await showBadge(blocked);
  await saveLanguage('ru');

  await showBadge(blocked);

  expect(setTitle).toHaveBeenCalledTimes(2);
});

it('reads no round where a worker starts whose button shows one', async () => {
  await showFirstBadge(latest);
  await showFirstBadge(latest);

  expect(latest).toHaveBeenCalledTimes(1);
  expect(texts()).toEqual(['']);
});

it('shows no round that was read before another one was recorded', async () => {
  const read = Promise.withResolvers<typeof clear>();
  const showing = showLatest(() => read.promise);
  await showBadge(blocked);

  read.resolve(clear);
  await showing;

  expect(texts()).toEqual(['1']);
});

it('shows the round anew in a browser that has just started', async () => {
  await showFirstBadge(latest);
  await fakeBrowser.storage.session.clear();

  await showFirstBadge(latest);

  expect(texts()).toEqual(['', '']);
});

it('looks with each start of a worker whether a pause is over', async () => {
  const pause = (pausedUntil: string | null) =>
    changeCheckSettings((before) => ({ ...before, pausedUntil }));
  await pause(new Date(Date.now() + 60_000).toISOString());
  await showFirstBadge(latest);
  await pause(new Date(Date.now() - 1).toISOString());

  await showFirstBadge(latest);

  expect(texts()).toEqual(['II', '']);
});

it('notes nothing where there is no round, as once everything is deleted', async () => {
  await showBadge(blocked);
  await showBadge(null);

  expect(texts()).toEqual(['1', '?']);
  expect(await fakeBrowser.storage.session.get()).toEqual({});
});
