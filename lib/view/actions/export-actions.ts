import type { ExportProgress } from '../../export/request.ts';
import { type ExportChoices, exportRequest } from '../export-choices.ts';
import type { PageSources } from '../page/page-sources.ts';
import type { StateHolder } from '../page/page-state.ts';

export interface ExportActions {
  /** Makes a file; does nothing while one is being made. */
  onExport: (choices: ExportChoices) => void;
  onCancelExport: () => void;
}

export function createExportActions(sources: PageSources, holder: StateHolder): ExportActions {
  const { state, change, attempt } = holder;
  let running: AbortController | null = null;

  async function save(choices: ExportChoices, { signal }: AbortController) {
    const onProgress = (exporting: ExportProgress) => change({ exporting });
    onProgress({ done: 0, total: 0 });
    await attempt('export', async () => {
      try {
        await sources.saveExport(exportRequest(choices, state.peek()), { signal, onProgress });
      } catch (error) {
        if (!signal.aborted) throw error;
      }
      return {};
    });
    running = null;
    change({ exporting: null });
  }

  return {
    onExport(choices) {
      if (running !== null) return;
      running = new AbortController();
      void save(choices, running);
    },
    onCancelExport: () => running?.abort(),
  };
}
