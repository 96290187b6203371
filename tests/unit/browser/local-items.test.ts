import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const { local } = fakeBrowser.storage;

/** The same; its own type has callbacks besides promises. */
const area = local as unknown as Record<
  'get' | 'set' | 'remove' | 'clear',
  (...all: unknown[]) => Promise<object>
>;

let items: typeof import('../../../lib/browser/local-items.ts');

beforeEach(async () => {
  vi.resetModules();
  items = await import('../../../lib/browser/local-items.ts');
  await local.set({ checks: { agreed: true }, language: 'ru' });
});

afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

it('asks the browser each time where nothing is kept, as in pages', async () => {
  const get = vi.spyOn(local, 'get');
  await items.readLocal(['language']);
  await local.set({ language: 'en' });

  expect(await items.readLocal(['language'])).toEqual({ language: 'en' });
  expect(get).toHaveBeenCalledTimes(2);
});

it('asks the browser once for what does not change', async () => {
  items.keepLocalItems();
  const get = vi.spyOn(local, 'get');
  await items.readLocal(['checks', 'language']);

  expect(await items.readLocal(['language'])).toEqual({ language: 'ru' });
  expect(await items.readLocal(['checks'])).toEqual({ checks: { agreed: true } });
  expect(get).toHaveBeenCalledOnce();
});

it('asks for nothing more once all was read, not even for what is not there', async () => {
  items.keepLocalItems();
  await items.readAllLocal();
  const get = vi.spyOn(local, 'get');

  expect(await items.readLocal(['checks', 'upload'])).toEqual({ checks: { agreed: true } });
  expect(get).not.toHaveBeenCalled();
});

it('gives each reader a value of its own', async () => {
  items.keepLocalItems();
  const read = async () => (await items.readLocal(['checks'])).checks as { agreed: boolean };
  const all = (await items.readAllLocal()).checks as { agreed: boolean };
  all.agreed = false;
  (await read()).agreed = false;

  expect(await read()).toEqual({ agreed: true });
});

/** A browser that tells of no change, as it may do so only later. */
function keepUntold(): void {
  vi.spyOn(local.onChanged, 'addListener').mockImplementation(() => undefined);
  items.keepLocalItems();
}

const changes: [how: string, change: () => Promise<void>, after: object][] = [
  ['written', () => items.writeLocal({ language: 'en' }), { language: 'en' }],
  ['removed', () => items.removeLocal(['language']), {}],
  ['cleared', () => items.clearLocal(), {}],
];

it.each(changes)('reads anew what was %s', async (_how, change, after) => {
  keepUntold();
  await items.readAllLocal();

  await change();

  expect(await items.readLocal(['language'])).toEqual(after);
});

it.each<[string, () => Promise<void>, object]>([
  ['written', () => local.set({ language: 'en' }), { language: 'en' }],
  ['removed', () => local.remove('language'), {}],
])('reads anew what a page has %s', async (_how, change, after) => {
  items.keepLocalItems();
  await items.readAllLocal();

  await change();

  expect(await items.readLocal(['language'])).toEqual(after);
});

it('reads anew what appears that was not there, once', async () => {
  keepUntold();
  await items.readAllLocal();
  await items.writeLocal({ upload: 'on' });
  expect(await items.readLocal(['upload'])).toEqual({ upload: 'on' });
  await items.removeLocal(['upload']);

  // Browsers leave out what is not there; the fake one gives it as undefined.
  const get = vi.spyOn(area, 'get').mockResolvedValue({});
  expect(await items.readLocal(['upload'])).toEqual({});
  expect(await items.readLocal(['upload'])).toEqual({});
  expect(get).toHaveBeenCalledOnce();
});

/** A browser that answers a question, with what was there, only later. */
function answerLater(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  const get = area.get.bind(area);
  vi.spyOn(area, 'get').mockImplementationOnce(async (names) => {
    const found = await get(names);
    await promise;
    return found;
  });
  return resolve;
}

const questions: [question: string, ask: () => Promise<object>][] = [
  ['for some items', () => items.readLocal(['language'])],
  ['for all', () => items.readAllLocal()],
];

it.each(questions)('keeps no answer from before a change, asked %s', async (_question, ask) => {
  keepUntold();
  const answer = answerLater();
  const asking = ask();
  await items.writeLocal({ language: 'en' });
  answer();
  await asking;

  expect(await items.readLocal(['language'])).toEqual({ language: 'en' });
});

it.each(changes)('keeps nothing that is read until it is %s', async (_how, change, after) => {
  keepUntold();
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const method of ['set', 'remove', 'clear'] as const) {
    const real = area[method].bind(area);
    vi.spyOn(area, method).mockImplementation(async (...all) => {
      await promise;
      return real(...all);
    });
  }
  const changing = change();
  expect(await items.readLocal(['language'])).toEqual({ language: 'ru' });
  resolve();
  await changing;

  expect(await items.readLocal(['language'])).toEqual(after);
});
