import { type Signal, signal } from '@preact/signals';
import type { ExportFormatId } from '../export/formats.ts';
import type { Language } from '../i18n/languages.ts';
import type { RoundProgress } from '../model/progress.ts';
import type { Round } from '../model/round.ts';
import type { SeenRoute } from '../model/route.ts';
import type { RoutingSettings } from '../routing/settings.ts';

export type PageError = 'worker' | 'history' | 'export' | 'unsaved';

/** A page's data and the requests that it can make. */
export interface PageSources {
  /** Newest first. */
  readRounds: () => Promise<Round[]>;
  readRoute: () => Promise<SeenRoute | null>;
  readProgress: () => Promise<RoundProgress | null>;
  readNextCheckAt: () => Promise<string | null>;
  /** Whether the last check could not be saved. */
  isLastRoundLost: () => Promise<boolean>;
  startRound: () => Promise<unknown>;
  cancelRound: () => Promise<unknown>;
  saveLanguage: (language: Language) => Promise<void>;
  saveRoutingSettings: (settings: RoutingSettings) => Promise<void>;
  /** @param options.routing whether the file includes the route */
  saveExport: (format: ExportFormatId, options: { routing: boolean }) => Promise<void>;
  now: () => Date;
}

export interface PageState {
  rounds: Round[];
  route: SeenRoute | null;
  progress: RoundProgress | null;
  nextCheckAt: string | null;
  now: Date;
  language: Language;
  routingSettings: RoutingSettings;
  error: PageError | null;
}

/** What a person can do on a page; the outcome appears in the state. */
export interface PageActions {
  onCheck: () => void;
  onCancel: () => void;
  onDownload: (format: ExportFormatId) => void;
  onLanguage: (language: Language) => void;
  onRoutingSettings: (settings: RoutingSettings) => void;
}

export interface PageStore {
  state: Signal<PageState>;
  actions: PageActions;
  /** Reads the history only, which is enough to paint. */
  open: () => Promise<void>;
  /** Asks the worker, which may be asleep, for its progress. */
  refresh: () => Promise<void>;
  onProgress: (progress: RoundProgress | null) => Promise<void>;
  /** Updates the time; asks for progress while a round runs, since its worker may have died. */
  tick: () => Promise<void>;
}

/** @param initial the person's settings, which are available synchronously */
export function createPageStore(
  sources: PageSources,
  initial: Pick<PageState, 'language' | 'routingSettings'>,
): PageStore {
  const state = signal<PageState>({
    rounds: [],
    route: null,
    progress: null,
    nextCheckAt: null,
    now: sources.now(),
    ...initial,
    error: null,
  });

  function change(part: Partial<PageState>) {
    state.value = { ...state.peek(), now: sources.now(), ...part };
  }

  async function attempt(error: PageError, action: () => Promise<Partial<PageState>>) {
    try {
      const part = await action();
      change(state.peek().error === error ? { error: null, ...part } : part);
    } catch (cause) {
      console.error(cause);
      change({ error });
    }
  }

  function open() {
    return attempt('history', async () => {
      const [rounds, route] = await Promise.all([sources.readRounds(), sources.readRoute()]);
      return { rounds, route };
    });
  }

  async function refresh() {
    await attempt('worker', async () => ({
      progress: await sources.readProgress(),
      nextCheckAt: await sources.readNextCheckAt(),
    }));
    const isLost = await sources.isLastRoundLost().catch(() => false);
    const { error } = state.peek();
    // The full disk that lost the round also prevents reading the history.
    if (isLost && (error === null || error === 'history')) change({ error: 'unsaved' });
    if (!isLost && error === 'unsaved') change({ error: null });
  }

  async function ask(request: () => Promise<unknown>) {
    await attempt('worker', async () => {
      await request();
      return { progress: await sources.readProgress() };
    });
  }

  async function download(format: ExportFormatId) {
    await attempt('export', async () => {
      // A hidden route is not exported either.
      const { showRouting, exportRoute } = state.peek().routingSettings;
      await sources.saveExport(format, { routing: showRouting && exportRoute });
      return {};
    });
  }

  return {
    state,
    open,
    refresh,
    async onProgress(progress) {
      if (progress) return change({ progress });
      await open();
      await refresh();
    },
    async tick() {
      if (state.peek().progress) await refresh();
      else change({});
    },
    actions: {
      onCheck: () => void ask(sources.startRound),
      onCancel: () => void ask(sources.cancelRound),
      onDownload: (format) => void download(format),
      onLanguage(chosen) {
        change({ language: chosen });
        void sources.saveLanguage(chosen).catch(console.error);
      },
      onRoutingSettings(routingSettings) {
        change({ routingSettings });
        void sources.saveRoutingSettings(routingSettings).catch(console.error);
      },
    },
  };
}
