import { type CheckedBackup, checkBackup } from '../../../backup/check-backup.ts';
import { notesLeftOut } from '../../../backup/merge-facts.ts';
import { BackupUnfit } from '../../../backup/problem.ts';
import { learn } from '../../../backup/restore-history.ts';
import { settingsChanges } from '../../../backup/settings-changes.ts';
import { patternsFor } from '../../../catalog/hosts.ts';
import { readNotes } from '../../../history/notes.ts';
import type { History } from '../../../history/open.ts';
import { readEntries } from '../../../history/read-entries.ts';
import type { BackupPreview, BackupProblem } from '../../../model/backup.ts';
import type { CatalogPreview, CatalogProblem } from '../../../model/catalog-file.ts';
import type { ServiceChoice } from '../../../settings/wanted-services.ts';
import type { Saving } from '../../../view/page/page-sources.ts';
import { hasAllSites } from '../../has-all-sites.ts';
import { strictestZoneNow } from '../../time-zone.ts';
import type { Chrome } from '../chrome.ts';
import { spaced } from '../spaced.ts';
import { readStoredSettings } from './stored-settings.ts';

declare const chrome: Chrome;

/** A backup that fits, with what the worker knows of what it needs. */
export interface OpenedBackup extends CheckedBackup {
  services: readonly ServiceChoice[];
  /** Whether its catalogue can be used here. */
  fitsCatalog: boolean;
}

/** What is asked of the worker about a backup. */
export interface BackupQuestions {
  readServices: () => Promise<ServiceChoice[]>;
  previewCatalog: (text: string) => Promise<CatalogPreview | CatalogProblem>;
}

/** Reads a backup to its end, and tells what would change with it, or what is wrong with it. */
export async function openBackup(
  file: Blob,
  history: History,
  { signal, onProgress, ...questions }: Saving & BackupQuestions,
): Promise<{ opened: OpenedBackup; preview: BackupPreview } | { problem: BackupProblem }> {
  try {
    const checked = await checkBackup(file, { signal, onProgress: spaced(onProgress) });
    return await look(checked, history, questions);
  } catch (error) {
    if (error instanceof BackupUnfit) return { problem: error.problem };
    throw error;
  }
}

async function look(
  checked: CheckedBackup,
  history: History,
  { readServices, previewCatalog }: BackupQuestions,
): Promise<{ opened: OpenedBackup; preview: BackupPreview }> {
  const { header, settings, facts, known } = checked;
  const { catalogFile } = settings;
  const [ours, notes, now, services, catalog] = await Promise.all([
    learn(readEntries(history)),
    readNotes(history),
    readStoredSettings(),
    readServices(),
    catalogFile === null ? null : previewCatalog(catalogFile),
  ]);
  const usable = catalog === null || 'rule' in catalog ? null : catalog;
  const preview: BackupPreview = {
    at: header.at,
    version: header.software.version,
    from: known.from,
    to: known.to,
    counts: known.counts,
    known: [...known.ids].filter((id) => ours.ids.has(id)).length,
    here: ours.counts.rounds,
    notes: facts.notes?.length ?? 0,
    notesLeftOut: notesLeftOut(notes, facts.notes),
    services: [...known.services.values()],
    settings: settingsChanges(now, settings, strictestZoneNow()),
    hasExits: known.hasExits,
    keepsExits: { now: now.routing.recordExit, restored: settings.routing.recordExit },
    permissions: permissionsOf(checked, services, usable?.permissions ?? []),
  };
  return { opened: { ...checked, services, fitsCatalog: usable !== null }, preview };
}

/** All hosts are permitted to the research build. */
function permissionsOf(
  { settings }: CheckedBackup,
  services: readonly ServiceChoice[],
  ofCatalog: readonly string[],
): string[] {
  if (hasAllSites(chrome.runtime.getManifest())) return [];
  const { checks, ownServices } = settings;
  const turnedOn = services.filter(({ id }) => checks.services[id] === true);
  return [
    ...ofCatalog,
    ...turnedOn.flatMap(({ permissions = [] }) => permissions),
    ...ownServices.flatMap(({ url }) => patternsFor(url)),
  ];
}
