import type { ExportFormatId } from '../export/formats.ts';
import type { Language } from '../i18n/languages.ts';
import type { RoutingSettings } from '../routing/settings.ts';
import type { PageSources } from './page-sources.ts';
import type { StateHolder } from './page-state.ts';

/** What a person can do on a page; the outcome appears in the state. */
export interface PageActions {
  onCheck: () => void;
  onCancel: () => void;
  onDownload: (format: ExportFormatId) => void;
  onLanguage: (language: Language) => void;
  onRoutingSettings: (settings: RoutingSettings) => void;
}

export function createPageActions(
  sources: PageSources,
  { state, change, attempt }: StateHolder,
): PageActions {
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
