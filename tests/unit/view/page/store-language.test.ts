import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultRoutingSettings } from '../../../../lib/routing/settings.ts';
import { createPageStore } from '../../../../lib/view/page/page-store.ts';
import { anOrganisation, someSettings } from '../../../helpers/settings.ts';
import { buildSources, settled } from './sources.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('changes the language once its texts are loaded, and saves it', async () => {
  const texts = Promise.withResolvers<void>();
  const saveLanguage = vi.fn(async () => {});
  const sources = buildSources({ loadTexts: () => texts.promise, saveLanguage });
  const store = createPageStore(sources, settled);

  store.actions.onLanguage('ru');
  const before = store.state.value.language;
  texts.resolve();

  expect(before).toBe('en');
  await vi.waitFor(() => expect(saveLanguage).toHaveBeenCalledWith('ru'));
  expect(store.state.value.language).toBe('ru');
});

it('ends in the language that was chosen last, whichever texts come first', async () => {
  const texts: Record<string, PromiseWithResolvers<void>> = {
    fa: Promise.withResolvers(),
    ru: Promise.withResolvers(),
  };
  const saveLanguage = vi.fn(async () => {});
  const loadTexts = async (language: string) => texts[language]?.promise;
  const store = createPageStore(buildSources({ loadTexts, saveLanguage }), settled);

  store.actions.onLanguage('fa');
  store.actions.onLanguage('ru');
  texts.ru?.resolve();
  await vi.waitFor(() => expect(saveLanguage).toHaveBeenCalledWith('ru'));
  texts.fa?.resolve();
  await texts.fa?.promise;
  await Promise.resolve();

  expect(store.state.value.language).toBe('ru');
  expect(saveLanguage).toHaveBeenCalledTimes(1);
});

it('leaves a language that an organisation has locked', async () => {
  const loadTexts = vi.fn(async () => {});
  const saveLanguage = vi.fn(async () => {});
  const checkSettings = someSettings({ organisation: anOrganisation({ locked: ['language'] }) });
  const readSettings = async () => ({ checkSettings, routingSettings: defaultRoutingSettings });
  const store = createPageStore(buildSources({ readSettings, loadTexts, saveLanguage }), settled);
  await store.open();

  store.actions.onLanguage('ru');

  await Promise.resolve();
  expect(store.state.value.language).toBe('en');
  expect(loadTexts).not.toHaveBeenCalled();
  expect(saveLanguage).not.toHaveBeenCalled();
});
