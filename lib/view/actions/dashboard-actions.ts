import type { Deletion } from '../../model/deletion.ts';
import type { PageSources } from '../page/page-sources.ts';
import type { StateHolder } from '../page/page-state.ts';
import { type CatalogActions, createCatalogActions } from './catalog-actions.ts';
import { createOwnServiceActions, type OwnServiceActions } from './own-service-actions.ts';

/** What a person can do on the dashboard alone; other pages do not load it. */
export interface DashboardActions extends OwnServiceActions, CatalogActions {
  onSaveSetAside: (database: string) => void;
  onDeleteSetAside: (database: string) => void;
  /** Resolves with whether it was done. */
  onResetSettings: () => Promise<boolean>;
  onDeletePart: (part: Deletion) => void;
  /** Resolves where that failed; the page starts anew once it is done. */
  onDeleteEverything: () => Promise<void>;
}

export function createDashboardActions(
  sources: PageSources,
  holder: StateHolder,
): DashboardActions {
  const { attempt, checkSettings, routingSettings } = holder;
  return {
    ...createCatalogActions(sources, holder),
    ...createOwnServiceActions(sources, holder),
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
    async onResetSettings() {
      let isDone = false;
      await attempt('worker', async () => {
        checkSettings.receive(await sources.resetSettings());
        isDone = true;
        routingSettings.receive((await sources.readSettings()).routingSettings);
        return { services: await sources.readServices() };
      });
      return isDone;
    },
    onDeletePart: (part) =>
      void attempt('worker', async () => {
        await sources.deletePart(part);
        return {};
      }),
    onDeleteEverything: () =>
      attempt('worker', async () => {
        await sources.deleteEverything();
        return {};
      }),
  };
}
