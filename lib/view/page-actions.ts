import type { Deletion } from '../model/deletion.ts';
import { type CatalogActions, createCatalogActions } from './catalog-actions.ts';
import { createExportActions, type ExportActions } from './export-actions.ts';
import { createOwnServiceActions, type OwnServiceActions } from './own-service-actions.ts';
import type { PageSources } from './page-sources.ts';
import type { StateHolder } from './page-state.ts';
import { createRouteActions, type RouteActions } from './route-actions.ts';
import { createSettingsActions, type SettingsActions } from './settings-actions.ts';

/** What a person can do on a page; the outcome appears in the state. */
export interface PageActions
  extends SettingsActions,
    RouteActions,
    OwnServiceActions,
    ExportActions,
    CatalogActions {
  onCheck: () => void;
  onCancel: () => void;
  onSaveSetAside: (database: string) => void;
  onDeleteSetAside: (database: string) => void;
  onDeletePart: (part: Deletion) => void;
  onDeleteEverything: () => void;
}

export function createPageActions(sources: PageSources, holder: StateHolder): PageActions {
  const { attempt } = holder;

  async function ask(request: () => Promise<unknown>) {
    await attempt('worker', async () => {
      await request();
      return { progress: await sources.readProgress() };
    });
  }

  return {
    ...createExportActions(sources, holder),
    ...createCatalogActions(sources, holder),
    ...createOwnServiceActions(sources, holder),
    ...createRouteActions(sources, holder),
    ...createSettingsActions(sources, holder),
    onCheck: () => void ask(sources.startRound),
    onCancel: () => void ask(sources.cancelRound),
    onSaveSetAside: (database) =>
      void attempt('export', async () => {
        await sources.saveSetAside(database);
        return {};
      }),
    onDeleteSetAside: (database) =>
      void attempt('worker', async () => {
        await sources.deleteSetAside(database);
        return { setAside: await sources.readSetAside() };
      }),
    onDeletePart: (part) =>
      void attempt('worker', async () => {
        await sources.deletePart(part);
        return {};
      }),
    // The page starts anew once it is done.
    onDeleteEverything: () =>
      void attempt('worker', async () => {
        await sources.deleteEverything();
        return {};
      }),
  };
}
