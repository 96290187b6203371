import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveLanguage, watchLanguage } from '../../../lib/browser/language.ts';
import { storedItem } from '../../../lib/browser/stored-item.ts';

afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

it('reads nothing before it is asked, as a worker starts often', async () => {
  vi.resetModules();
  const { local, session } = fakeBrowser.storage;
  const reads = [vi.spyOn(local, 'get'), vi.spyOn(session, 'get')];
  const [{ readAlertSettings }] = await Promise.all([
    import('../../../lib/browser/worker/stored/alert-settings.ts'),
    import('../../../lib/browser/worker/route/routing.ts'),
    import('../../../lib/browser/lost-round.ts'),
  ]);
  expect(reads.map((read) => read.mock.calls)).toEqual([[], []]);

  await readAlertSettings();
  expect(reads.map((read) => read.mock.calls)).toEqual([[[['alerts']]], []]);
});

it('asks the browser once for what is read at one moment, and anew for what is read later', async () => {
  await fakeBrowser.storage.local.set({ one: 1, other: 2 });
  const get = vi.spyOn(fakeBrowser.storage.local, 'get');
  const [one, other] = [storedItem('local', 'one'), storedItem('local', 'other')];

  expect(await Promise.all([one.read(), other.read(), one.read()])).toEqual([1, 2, 1]);
  expect(get.mock.calls).toEqual([[['one', 'other']]]);

  await other.write(3);
  expect(await Promise.all([storedItem('session', 'one').read(), other.read()])).toEqual([null, 3]);
});

it('has each of those fail where the browser does, and none that is read later', async () => {
  const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('no'));
  const [one, other] = [storedItem('local', 'one'), storedItem('local', 'other')];

  const reads = await Promise.allSettled([one.read(), other.read()]);

  expect(reads.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(get).toHaveBeenCalledOnce();
  expect(await one.read()).toBeNull();
});

it.each(['local', 'session'] as const)('keeps a value in its area: %s', async (area) => {
  const item = storedItem<number[]>(area, 'some');
  expect(await item.read()).toBeNull();

  await item.write([1]);
  expect(await item.read()).toEqual([1]);
  expect(await storedItem(area === 'local' ? 'session' : 'local', 'some').read()).toBeNull();

  await item.remove();
  expect(await item.read()).toBeNull();
});

it('tells changes of the language, and no others', async () => {
  const onChange = vi.fn();
  watchLanguage(onChange);
  await storedItem('local', 'other').write(1);
  expect(onChange).not.toHaveBeenCalled();

  await saveLanguage('ru');
  expect(onChange).toHaveBeenCalledOnce();
});
