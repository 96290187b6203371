import type { ExportFormatId } from '../export/formats.ts';
import type { Language } from '../i18n/languages.ts';
import type { RoutingSettings } from '../routing/settings.ts';
import type { SettingsChange } from '../settings/check-settings.ts';
import { type PauseLength, pauseFrom } from '../settings/pause.ts';
import type { PageSources } from './page-sources.ts';
import type { StateHolder } from './page-state.ts';
import { createRouteActions } from './route-actions.ts';

/** What a person can do on a page; the outcome appears in the state. */
export interface PageActions {
  /** Call it in the click, like `onLookAtRoute`: the browser may ask for a permission then only. */
  onAgree: (looksAtRoute: boolean) => void;
  onPause: (length: PauseLength) => void;
  onResume: () => void;
  onCheckSettings: (change: SettingsChange) => void;
  onCheck: () => void;
  onCancel: () => void;
  onDownload: (format: ExportFormatId) => void;
  onLanguage: (language: Language) => void;
  onRoutingSettings: (settings: RoutingSettings) => void;
  onLookAtRoute: (wanted: boolean) => void;
}

export function createPageActions(sources: PageSources, holder: StateHolder): PageActions {
  const { state, change, attempt } = holder;

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

  async function changeSettings(wanted: SettingsChange) {
    const before = state.peek().checkSettings;
    const services = { ...before.services, ...wanted.services };
    change({ checkSettings: { ...before, ...wanted, services } });
    await attempt('worker', async () => {
      try {
        return { checkSettings: await sources.changeSettings(wanted) };
      } catch (error) {
        change({ checkSettings: before });
        throw error;
      }
    });
  }

  return {
    ...createRouteActions(sources, holder),
    onPause: (length) => void changeSettings({ pausedUntil: pauseFrom(sources.now(), length) }),
    onResume: () => void changeSettings({ pausedUntil: null }),
    onCheckSettings: (wanted) => void changeSettings(wanted),
    onCheck: () => void ask(sources.startRound),
    onCancel: () => void ask(sources.cancelRound),
    onDownload: (format) => void download(format),
    onLanguage(language) {
      change({ language });
      void sources.saveLanguage(language).catch(console.error);
    },
    onRoutingSettings(routingSettings) {
      change({ routingSettings });
      void sources.saveRoutingSettings(routingSettings).catch(console.error);
    },
  };
}
