import type { ExportFormatId } from '../export/formats.ts';
import { createOwnServiceActions, type OwnServiceActions } from './own-service-actions.ts';
import type { PageSources } from './page-sources.ts';
import type { StateHolder } from './page-state.ts';
import { createRouteActions, type RouteActions } from './route-actions.ts';
import { createSettingsActions, type SettingsActions } from './settings-actions.ts';

/** What a person can do on a page; the outcome appears in the state. */
export interface PageActions extends SettingsActions, RouteActions, OwnServiceActions {
  onCheck: () => void;
  onCancel: () => void;
  onDownload: (format: ExportFormatId) => void;
  onDeleteEverything: () => void;
}

export function createPageActions(sources: PageSources, holder: StateHolder): PageActions {
  const { state, attempt } = holder;

  async function ask(request: () => Promise<unknown>) {
    await attempt('worker', async () => {
      await request();
      return { progress: await sources.readProgress() };
    });
  }

  async function download(format: ExportFormatId) {
    await attempt('export', async () => {
      // A hidden route is not exported either.
      const { showRouting, exportRoute, exportAddresses } = state.peek().routingSettings;
      const routing = showRouting && exportRoute;
      await sources.saveExport(format, { routing, addresses: exportAddresses });
      return {};
    });
  }

  return {
    ...createOwnServiceActions(sources, holder),
    ...createRouteActions(sources, holder),
    ...createSettingsActions(sources, holder),
    onCheck: () => void ask(sources.startRound),
    onCancel: () => void ask(sources.cancelRound),
    onDownload: (format) => void download(format),
    // The page starts anew once it is done.
    onDeleteEverything: () =>
      void attempt('worker', async () => {
        await sources.deleteEverything();
        return {};
      }),
  };
}
