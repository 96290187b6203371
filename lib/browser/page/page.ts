import { computed, effect, untracked } from '@preact/signals';
import type { ExportFormat } from '../../export/format.ts';
import type { ExportFormatId } from '../../export/formats.ts';
import type { ExportRequest } from '../../export/request.ts';
import { createHistory, type History } from '../../history/open.ts';
import { openEarly } from '../../history/open-early.ts';
import { firstPlaces, type SetAsidePlace } from '../../history/places.ts';
import type { RoundSelection } from '../../history/select-rounds.ts';
import type { Language } from '../../i18n/languages.ts';
import type { PageSources, Saving, ShownHistory } from '../../view/page/page-sources.ts';
import type { PageState } from '../../view/page/page-state.ts';
import { createPageStore, type PageStore } from '../../view/page/page-store.ts';
import { reportedCosts } from '../connection.ts';
import { copyLanguage, languageAtOnce } from './language-at-once.ts';
import {
  isCheckPermitted,
  isRoutePermitted,
  onPermissionsChanged,
  removeRoutePermission,
  requestCheckPermission,
  requestHosts,
  requestRoutePermission,
  requestSitePermission,
} from './permissions.ts';
import { setLanguage } from './set-language.ts';
import { readStored } from './stored.ts';
import { showTheme, showThemeAtOnce } from './theme-at-once.ts';
import { untilBody } from './until-body.ts';
import { untilFirstFrame } from './until-first-frame.ts';

const tickMs = 15_000;
const link = () => import('./link.ts');
const readPlace = async () => (await readStored()).places.current;

type Link = typeof import('./link.ts');

/** What the worker answers, and what is read after the first frame. */
const asked = [
  'deleteSetAside',
  'mendHistory',
  'addOwnService',
  'removeOwnService',
  'tryService',
  'readServices',
  'readCatalog',
  'previewCatalog',
  'useCatalog',
  'useBuiltInCatalog',
  'readProgress',
  'readNextCheckAt',
  'readLostRound',
  'agree',
  'changeSettings',
  'changeRouting',
  'resetSettings',
  'startRound',
  'cancelRound',
  'deletePart',
  'deleteEverything',
] as const satisfies readonly (keyof Link)[];

const throughWorker = Object.fromEntries(
  asked.map((name) => [
    name,
    async (...request: unknown[]) =>
      ((await link())[name] as (...request: unknown[]) => Promise<unknown>)(...request),
  ]),
) as Pick<Link, (typeof asked)[number]>;

/** What differs from page to page, so that none loads what another needs. */
export interface PageParts {
  readShown: (history: History) => Promise<ShownHistory>;
  /** Loads all that the page says in a language. */
  loadTexts: (language: Language) => Promise<unknown>;
  /** The formats that it offers. */
  formats?: Partial<Record<ExportFormatId, () => Promise<ExportFormat>>>;
  saveSetAside?: (place: SetAsidePlace) => Promise<void>;
}

export interface OpenedPage extends PageStore {
  sources: PageSources;
  /** The history, for what a page reads of it later. */
  history: () => Promise<History>;
}

/** A page's store, filled from history alone, so that the page can paint at once. */
export async function openPage(parts: PageParts): Promise<OpenedPage> {
  // What takes longest begins first.
  const history = createHistory(readPlace, openEarly(firstPlaces.current.database));
  const language = languageAtOnce();
  const texts = parts.loadTexts(language);
  showThemeAtOnce();
  const sources: PageSources = {
    ...throughWorker,
    async saveLanguage(chosen: Language) {
      copyLanguage(chosen);
      await (await link()).saveLanguage(chosen);
    },
    readHistory: async () => parts.readShown(await history()),
    readSetAside: async () => (await readStored()).places.setAside,
    async saveSetAside(database: string) {
      const { setAside } = (await readStored()).places;
      const place = setAside.find((one) => one.database === database);
      if (place !== undefined) await parts.saveSetAside?.(place);
    },
    readSettings: readStored,
    loadTexts: parts.loadTexts,
    isCheckPermitted,
    requestCheckPermission,
    isRoutePermitted,
    requestRoutePermission,
    removeRoutePermission,
    requestHosts,
    requestSitePermission,
    async saveExport(request, saving) {
      const loadFormat = parts.formats?.[request.format];
      if (!loadFormat) throw new Error(`this page saves no ${request.format}`);
      const [opened, format] = await Promise.all([history(), loadFormat()]);
      await saveRounds({ history: opened, format }, request, saving);
    },
    now: () => new Date(),
  };
  const store = createPageStore(sources, {
    language,
    reportedCosts: reportedCosts(),
    isResearchBuild: import.meta.env.MODE === 'research',
  });
  await Promise.all([store.open(), texts, untilBody()]);
  return { ...store, sources, history };
}

async function saveRounds(
  { history, format }: { history: History; format: ExportFormat },
  request: ExportRequest,
  saving: Saving,
) {
  // No page needs to open all rounds to paint.
  const [{ saveExport }, { estimateRounds }, { selectRounds }, { underOneKey }] = await Promise.all(
    [
      import('./save-export.ts'),
      import('../../history/estimate-rounds.ts'),
      import('../../history/select-rounds.ts'),
      import('../../history/under-one-key.ts'),
    ],
  );
  const source = {
    format,
    estimate: (selection: RoundSelection) => estimateRounds(history, selection),
    select: (selection: RoundSelection) => underOneKey(readPlace, selectRounds(history, selection)),
  };
  await saveExport(source, request, saving);
}

/** Keeps the store up to date with the worker, after the first frame. */
export async function followWorker(store: OpenedPage): Promise<void> {
  await untilFirstFrame();
  const { onMessage } = await link();
  onMessage('progressChanged', ({ data }) => store.onProgress(data));
  onMessage('settingsChanged', ({ data }) => store.onSettings(data));
  onMessage('historyChanged', () => store.onHistory());
  onMessage('everythingDeleted', startAnew);
  onPermissionsChanged(() => void store.onPermissions());
  setInterval(() => void store.tick(), tickMs);
  await store.follow();
  await followLanguage(store);
}

/** A policy may have set another than the page's own copy says. */
async function followLanguage({ state, holder, sources }: OpenedPage): Promise<void> {
  const shown = state.peek().language;
  const { language } = await readStored();
  if (language === null || language === shown) return;
  try {
    await sources.loadTexts(language);
  } catch (error) {
    console.warn('The page stays in its language:', error);
    return;
  }
  // The person may have chosen one meanwhile.
  if (state.peek().language !== shown) return;
  copyLanguage(language);
  holder.change({ language });
}

/** Lets the worker look whether the route has changed; the outcome reaches the store as a running round. */
export async function lookAtRoute(): Promise<void> {
  await (await link()).lookAtRoute();
}

/** Forgets the page's own copies too, and shows what a person sees before the yes. */
function startAnew(): void {
  localStorage.clear();
  // Without the part that names a page of the dashboard, where the yes is asked for on the first one.
  location.replace(location.pathname);
}

/** Draws the page, and sets the document's language and direction, on every change of the store. */
export function renderPage(store: PageStore, draw: (state: PageState) => void): void {
  const theme = computed(() => store.state.value.checkSettings.theme);
  effect(() => showTheme(theme.value));
  effect(() => {
    const state = store.state.value;
    setLanguage(state.language);
    // Components subscribe to their own signals; tracked here, any signal would redraw the whole page.
    untracked(() => draw(state));
  });
}
