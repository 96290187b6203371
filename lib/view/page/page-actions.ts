import { createExportActions, type ExportActions } from '../actions/export-actions.ts';
import { createRouteActions, type RouteActions } from '../actions/route-actions.ts';
import { createSettingsActions, type SettingsActions } from '../actions/settings-actions.ts';
import type { PageProgress } from './page-progress.ts';
import type { PageSources } from './page-sources.ts';
import type { StateHolder } from './page-state.ts';

/** What a person can do on every page; the outcome appears in the state. */
export interface PageActions extends SettingsActions, RouteActions, ExportActions {
  onCheck: () => void;
  /** Has the browser permit the sites that checks need, and checks. Call it in the click. */
  onPermitCheck: () => void;
  onCancel: () => void;
}

export function createPageActions(
  sources: PageSources,
  holder: StateHolder,
  progress: PageProgress,
): PageActions {
  const { attempt } = holder;

  async function ask(request: () => Promise<unknown>) {
    await attempt('worker', async () => {
      await request();
      return progress.ask();
    });
  }

  /** Where the person refuses, or the browser may not ask, all stays as it is. */
  async function permitCheck() {
    if (await sources.requestCheckPermission()) await ask(sources.startRound);
  }

  return {
    ...createExportActions(sources, holder),
    ...createRouteActions(sources, holder, progress),
    ...createSettingsActions(sources, holder),
    onCheck: () => void ask(sources.startRound),
    onPermitCheck: () => void permitCheck().catch(console.error),
    onCancel: () => void ask(sources.cancelRound),
  };
}
