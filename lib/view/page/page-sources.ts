import type { ExportProgress, ExportRequest } from '../../export/request.ts';
import type { Language } from '../../i18n/languages.ts';
import type { BackupPreview, BackupProblem, RestoreChoices } from '../../model/backup.ts';
import type { CatalogInUse, CatalogPreview, CatalogProblem } from '../../model/catalog-file.ts';
import type { Deletion } from '../../model/deletion.ts';
import type { LostRound } from '../../model/lost-round.ts';
import type { OwnServiceDraft, SiteAnswer } from '../../model/own-service.ts';
import type { RoundProgress } from '../../model/progress.ts';
import type { Round } from '../../model/round.ts';
import type { SeenRoute } from '../../model/route.ts';
import type { SetAside } from '../../model/set-aside.ts';
import type { RoutingChange, RoutingSettings } from '../../routing/settings.ts';
import type { CheckSettings, SettingsChange } from '../../settings/check-settings.ts';
import type { ServiceChoice } from '../../settings/wanted-services.ts';
import type { PageState } from './page-state.ts';

/** How a page that waits for long work follows and ends it. */
export interface Saving {
  signal: AbortSignal;
  onProgress: (progress: ExportProgress) => void;
}

/** Backups; each rejects where it fails, and with the signal's reason. */
export interface BackupSources {
  /** Makes a file of all that is kept, and offers it to the person. */
  save: (saving: Saving) => Promise<void>;
  /** Reads a file to its end: what would change with it, or what is wrong with it. */
  open: (file: Blob, saving: Saving) => Promise<BackupPreview | BackupProblem>;
  /** Restores the file that was opened last, all or nothing. Resolves with the page's language from then on. */
  restore: (choices: RestoreChoices, saving: Saving) => Promise<Language>;
}

export interface ShownHistory {
  /** Newest first. */
  rounds: Round[];
  /** The last look at it. */
  route: SeenRoute | null;
  /** A part is being deleted; left out where a page does not show that. */
  isDeleting?: boolean;
}

/** A page's data and the requests that it can make. */
export interface PageSources {
  /** What a page shows of the history at once. */
  readHistory: () => Promise<ShownHistory>;
  readSetAside: () => Promise<readonly SetAside[]>;
  /** Has the worker look into a history that cannot be read; it announces what comes of that. */
  mendHistory: () => Promise<void>;
  deleteSetAside: (database: string) => Promise<void>;
  /** Saves what can be read of a history that was set aside. */
  saveSetAside: (database: string) => Promise<void>;
  readSettings: () => Promise<Pick<PageState, 'checkSettings' | 'routingSettings'>>;
  /** Whether the browser permits the sites that checks need. */
  isCheckPermitted: () => Promise<boolean>;
  /** Has the browser ask the person for them. Call it synchronously in the click. */
  requestCheckPermission: () => Promise<boolean>;
  /** Whether the browser permits to look at the route. */
  isRoutePermitted: () => Promise<boolean>;
  /** Has the browser ask the person. Call it synchronously in the click. */
  requestRoutePermission: () => Promise<boolean>;
  removeRoutePermission: () => Promise<void>;
  /** Has the browser ask for the hosts of services, like `requestRoutePermission`. */
  requestHosts: (patterns: readonly string[]) => Promise<boolean>;
  /** Has the browser ask the person for access to one site. Call it synchronously in the click. */
  requestSitePermission: (url: string) => Promise<boolean>;
  addOwnService: (draft: OwnServiceDraft) => Promise<unknown>;
  removeOwnService: (id: string) => Promise<unknown>;
  /** Asks a site once. */
  tryService: (draft: Pick<OwnServiceDraft, 'url' | 'contains'>) => Promise<SiteAnswer>;
  readCatalog: () => Promise<CatalogInUse>;
  /** What would change with a catalogue's file, or what is wrong with it. */
  previewCatalog: (text: string) => Promise<CatalogPreview | CatalogProblem>;
  /** Rejects, and changes nothing, where the file cannot be used. */
  useCatalog: (text: string) => Promise<unknown>;
  useBuiltInCatalog: () => Promise<unknown>;
  readServices: () => Promise<ServiceChoice[]>;
  readProgress: () => Promise<RoundProgress | null>;
  /** ISO 8601 UTC. */
  readNextCheckAt: () => Promise<string | null>;
  /** The last check, where it could not be saved. */
  readLostRound: () => Promise<LostRound | null>;
  /** Gives the person's yes and starts the first round. */
  agree: () => Promise<CheckSettings>;
  /** Resolves with all settings after the change. */
  changeSettings: (change: SettingsChange) => Promise<CheckSettings>;
  /** Resolves with all settings of the route after the change. */
  changeRouting: (change: RoutingChange) => Promise<RoutingSettings>;
  /** Sets the settings as at first; resolves with those of checks. */
  resetSettings: () => Promise<CheckSettings>;
  startRound: () => Promise<unknown>;
  cancelRound: () => Promise<unknown>;
  /** Loads all that the page says; before that, it cannot be drawn in this language. */
  loadTexts: (language: Language) => Promise<unknown>;
  saveLanguage: (language: Language) => Promise<void>;
  /** Resolves once it is noted; the worker announces what comes of it. */
  deletePart: (part: Deletion) => Promise<void>;
  deleteEverything: () => Promise<void>;
  /** Makes a file and offers it to the person. Rejects where that fails, and with the signal's reason. */
  saveExport: (request: ExportRequest, saving: Saving) => Promise<void>;
  now: () => Date;
}
