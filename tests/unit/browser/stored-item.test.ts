import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveLanguage, watchLanguage } from '../../../lib/browser/language.ts';
import { itemsInstead } from '../../../lib/browser/local-items.ts';
import { sessionItem, storedItem } from '../../../lib/browser/stored-item.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

it('reads nothing before it is asked, as a worker starts often', async () => {
  vi.resetModules();
  const { local, session } = fakeBrowser.storage;
  const reads = [vi.spyOn(local, 'get'), vi.spyOn(session, 'get')];
  const [{ readAlertSettings }] = await Promise.all([
    import('../../../lib/browser/alert-settings.ts'),
    import('../../../lib/browser/worker/route/routing.ts'),
    import('../../../lib/browser/lost-round.ts'),
  ]);
  expect(reads.map((read) => read.mock.calls)).toEqual([[], []]);

  await readAlertSettings();
  expect(reads.map((read) => read.mock.calls)).toEqual([[['alerts']], []]);
});

it.each([
  ['on disk', storedItem, sessionItem],
  ['in memory', sessionItem, storedItem],
])('keeps a value where it belongs: %s', async (_where, itemOf, otherOf) => {
  const item = itemOf<number[]>('some');
  expect(await item.read()).toBeNull();

  await item.write([1]);
  expect(await item.read()).toEqual([1]);
  expect(await otherOf('some').read()).toBeNull();

  await item.remove();
  expect(await item.read()).toBeNull();
});

it('tells changes of the language, and no others', async () => {
  const onChange = vi.fn();
  watchLanguage(onChange);
  await storedItem('other').write(1);
  expect(onChange).not.toHaveBeenCalled();

  await saveLanguage('ru');
  expect(onChange).toHaveBeenCalledOnce();
});

it('tells changes in what Firefox has instead of a damaged storage, too', () => {
  vi.stubEnv('FIREFOX', 'true');
  const listeners = vi.fn<(event: { key: string | null }) => void>();
  vi.stubGlobal('addEventListener', (_type: string, listener: typeof listeners) => {
    listeners.mockImplementation(listener);
  });
  const onChange = vi.fn();
  watchLanguage(onChange);

  listeners({ key: 'theme' });
  expect(onChange).not.toHaveBeenCalled();
  listeners({ key: itemsInstead });
  expect(onChange).toHaveBeenCalledOnce();
});
