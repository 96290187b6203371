import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTextCopy } from '../../../../lib/browser/page/texts-at-once.ts';
import { createTextFile } from '../../../../lib/i18n/text-file.ts';

const build = 'chrome-extension://id/chunks/popup-1.js';

beforeEach(() => {
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** As a page that opens: its scripts are loaded anew. */
function opened(of = build) {
  const load = vi.fn(async () => ({ hello: 'Hallo' }));
  const file = createTextFile<'hello'>({
    texts: { '/locales/en/pages.ts': load, '/locales/ru/pages.ts': load },
  });
  return { file, load, copy: createTextCopy(file, of) };
}

async function openedBefore(): Promise<void> {
  const { copy } = opened();
  await copy.load('en');
  copy.keep('en');
}

it('takes the texts from the copy, without their script', async () => {
  await openedBefore();
  const { file, load, copy } = opened();

  await copy.load('en');

  expect(file.of('en')).toEqual({ hello: 'Hallo' });
  expect(load).not.toHaveBeenCalled();
});

it.each([
  ['none was kept', async () => {}, build, 'en'],
  ['it is of another build', openedBefore, 'chrome-extension://id/chunks/popup-2.js', 'en'],
  ['it is in another language', openedBefore, build, 'ru'],
] as const)('loads their script where %s, and keeps that', async (_case, before, of, language) => {
  await before();
  const { file, load, copy } = opened(of);

  await copy.load(language);
  copy.keep(language);

  expect(load).toHaveBeenCalledOnce();
  expect(file.of(language)).toEqual({ hello: 'Hallo' });
  const next = opened(of);
  await next.copy.load(language);
  expect(next.load).not.toHaveBeenCalled();
});

it('writes nothing where it has the copy', async () => {
  await openedBefore();
  const write = vi.spyOn(localStorage, 'setItem');
  const { copy } = opened();

  await copy.load('en');
  copy.keep('en');

  expect(write).not.toHaveBeenCalled();
});
