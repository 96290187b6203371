import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';
import type { TaskMemory } from './task-browser.ts';

interface ReporterManager {
  getReports(
    onReport: (process: string, path: string, kind: number, units: number, amount: number) => void,
    reportData: null,
    onEnd: () => void,
    endData: null,
    anonymizes: boolean,
  ): void;
  minimizeMemoryUsage(onEnd: () => void): void;
}

declare const Cc: Record<string, { getService(type: unknown): ReporterManager }>;
declare const Ci: { nsIMemoryReporterManager: unknown };

/**
 * As about:memory counts it, of the process in which all pages of extensions run.
 * @param browserPage a page of the browser's own
 */
export function firefoxMemory(browserPage: ExtensionPage): TaskMemory {
  return {
    counts: "all that the process of the extension's pages has allocated",
    collectGarbage: () => browserPage.evaluate(minimize, null),
    usedBytes: () => browserPage.evaluate(explicitBytes, 'extension'),
  };
}

/** Runs in the page. */
function minimize(): Promise<void> {
  const name = '@mozilla.org/memory-reporter-manager;1';
  const manager = Cc[name]?.getService(Ci.nsIMemoryReporterManager);
  return new Promise((resolve) => manager?.minimizeMemoryUsage(resolve));
}

/** Runs in the page. */
function explicitBytes(process: string): Promise<number> {
  const name = '@mozilla.org/memory-reporter-manager;1';
  const manager = Cc[name]?.getService(Ci.nsIMemoryReporterManager);
  let sum = 0;
  return new Promise((resolve) =>
    manager?.getReports(
      (from, path, _kind, _units, amount) => {
        if (from.startsWith(process) && path.startsWith('explicit/')) sum += amount;
      },
      null,
      () => resolve(sum),
      null,
      false,
    ),
  );
}
