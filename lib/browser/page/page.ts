import { effect, untracked } from '@preact/signals';
import { createHistory, type History } from '../../history/open.ts';
import { allRounds, lastRoute } from '../../history/rounds.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Round } from '../../model/round.ts';
import type { RoutingSettings } from '../../routing/settings.ts';
import type { PageState } from '../../view/page-state.ts';
import { createPageStore, type PageStore } from '../../view/page-store.ts';
import { keepCopy, languageAtOnce } from './language-at-once.ts';
import { keepCopyOfRouting, routingSettingsAtOnce } from './settings-at-once.ts';

const tickMs = 15_000;
const link = () => import('./link.ts');

/** A page's store, filled from history and nothing else, so that the page can paint at once. */
export async function openPage(
  readRounds: (history: History) => Promise<Round[]>,
): Promise<PageStore> {
  const history = createHistory();
  const sources = {
    readRounds: async () => readRounds(await history()),
    readRoute: async () => lastRoute(await history()),
    readProgress: async () => (await link()).readProgress(),
    readNextCheckAt: async () => (await link()).nextCheckAt(),
    isLastRoundLost: async () => (await link()).isLastRoundLost(),
    startRound: async () => (await link()).startRound(),
    cancelRound: async () => (await link()).cancelRound(),
    async saveLanguage(language: Language) {
      keepCopy(language);
      await (await link()).saveLanguage(language);
    },
    async saveRoutingSettings(settings: RoutingSettings) {
      keepCopyOfRouting(settings);
      await (await link()).saveRoutingSettings(settings);
    },
    saveCsv: async (options: { routing: boolean }) => saveCsv(await history(), options),
    now: () => new Date(),
  };
  const store = createPageStore(sources, {
    language: languageAtOnce(),
    routingSettings: routingSettingsAtOnce(),
  });
  await Promise.all([store.open(), bodyThere()]);
  return store;
}

/** An async script may come before the body that it draws into. */
async function bodyThere(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', resolve, { once: true });
  });
}

/** From here on the page follows the worker. */
export async function followWorker(store: PageStore): Promise<void> {
  await firstFrame();
  const { onMessage } = await link();
  onMessage('progressChanged', ({ data }) => store.onProgress(data));
  setInterval(() => void store.tick(), tickMs);
  await store.refresh();
}

/**
 * The first frame is on the screen when the second begins; what runs earlier holds it up. Frames come
 * only to pages that can be seen.
 */
async function firstFrame(): Promise<void> {
  if (document.hidden) return;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
}

/** Keeps what is rendered, and the language it is said to be in, in step with the store. */
export function renderPage(store: PageStore, draw: (state: PageState) => void): void {
  effect(() => {
    const state = store.state.value;
    document.documentElement.lang = state.language;
    // Components follow their own signals; here, every one of them would draw the whole page anew.
    untracked(() => draw(state));
  });
}

async function saveCsv(history: History, options: { routing: boolean }): Promise<void> {
  const [{ roundsToCsv }, { saveFile }] = await Promise.all([
    import('../../export/csv.ts'),
    link(),
  ]);
  const rounds = await allRounds(history);
  const day = new Date().toISOString().slice(0, 10);
  saveFile(`dozvon-${day}.csv`, roundsToCsv(rounds, options), 'text/csv;charset=utf-8');
}
