import type { CatalogInUse, CatalogPreview, CatalogProblem } from '../model/catalog-file.ts';
import type { Deletion } from '../model/deletion.ts';
import type { HistoryStretch, StretchRequest } from '../model/history-stretch.ts';
import type { HistorySwitch } from '../model/history-switch.ts';
import type { SavedNote } from '../model/note.ts';
import type { OwnServiceDraft, SiteAnswer } from '../model/own-service.ts';
import type { RoundProgress } from '../model/progress.ts';
import type { Round } from '../model/round.ts';
import type { RoutingChange, RoutingSettings } from '../routing/settings.ts';
import type { AlertChange, AlertSettings } from '../settings/alert-settings.ts';
import type { CheckSettings, SettingsChange } from '../settings/check-settings.ts';
import type { ServiceChoice } from '../settings/wanted-services.ts';
import type { UploadChange, UploadJob } from './uploads.ts';

/** The settings that all pages show. */
export interface AllSettings {
  checkSettings: CheckSettings;
  routingSettings: RoutingSettings;
}

/** The messages that the popup, the dashboard and the command line may send to the worker. */
export interface Protocol {
  /** The person's yes, without which nothing is sent; `check` starts the first round as well. */
  agree(request: { check: boolean }): CheckSettings;
  /** Changes what is named. Answers with all settings. */
  changeSettings(request: SettingsChange): CheckSettings;
  /**
   * Changes what is named of the settings of the route. Answers with all of these. Where exits are no longer to be kept,
   * their country and AS number are removed from the history, which has begun by then.
   */
  changeRouting(request: RoutingChange): RoutingSettings;
  /** Sets all settings as at first, but for what a reset leaves (`lib/settings/reset-settings.ts`). */
  resetSettings(): CheckSettings;
  /** Changes what is named of the settings of alerts. The browser's permission is another matter, which a page asks for. */
  changeAlerts(request: AlertChange): AlertSettings;
  /** Turns an upload on, in the place of another, or off; fails where an organisation has set it. */
  changeUpload(request: UploadChange): void;
  /** What the page that sends is to do; null where no upload is on. */
  getUploadJob(): UploadJob | null;
  /** The page that sends is done; null: nothing waits. */
  uploadEnded(request: { againInMs: number | null }): void;
  /** All services of the catalog, and those that the person added. */
  getServices(): ServiceChoice[];
  /**
   * Starts a full round for a person, or joins the running one; null: of the services that are on. Answers
   * with its id; fails where the person has not agreed.
   */
  startRound(request: { services: string[] | null }): string;
  /** Adds a service of the person's own; fails where there are as many as there may be. */
  addService(request: OwnServiceDraft): void;
  /** Removes a service of the person's own; fails where no other would be on. */
  removeService(request: { id: string }): void;
  /** Asks a site once; fails where the person has not agreed. */
  tryService(request: Pick<OwnServiceDraft, 'url' | 'contains'>): SiteAnswer;
  /** Which catalogue checks use. */
  getCatalog(): CatalogInUse;
  /** What would change with a catalogue's file, or what is wrong with it. */
  previewCatalog(request: { text: string }): CatalogPreview | CatalogProblem;
  /** Uses a catalogue's file from now on; fails where it does not fit, or the browser does not permit its hosts. */
  useCatalog(request: { text: string }): void;
  /** Goes back to the catalogue that is built in. */
  useBuiltInCatalog(): void;
  /** Looks whether the route has changed, and starts a round if it has; for a person who opens the popup. */
  lookAtRoute(): void;
  /** Stops the running round without recording it. False if none was running. */
  cancelRound(): boolean;
  /** Null if no round is running. */
  getProgress(): RoundProgress | null;
  /** Null if the history has no such round. */
  getRound(request: { id: string }): Round | null;
  /** The next stretch of the history, for a program that saves it. */
  getRounds(request: StretchRequest): HistoryStretch;
  /** Adds a note, or puts it in the place of others; fails where there are as many as there may be. */
  saveNote(request: SavedNote): void;
  deleteNote(request: { id: string }): void;
  /** Deletes some checks, a period, or a service in all checks; answers once it is noted. */
  deletePart(request: Deletion): void;
  /** Has the worker look into a history that a page cannot read; it is set aside if it is of no use. */
  mendHistory(): void;
  /**
   * Puts a history that a page has built from a backup in the place of the one in use, and its settings with it. False,
   * and nothing changes, where a round was recorded since the page read the history.
   */
  switchHistory(request: HistorySwitch): boolean;
  /** Deletes a history that was set aside. */
  deleteSetAside(request: { database: string }): void;
  /** Stops the running round, and deletes all that was ever kept: history, settings, alarms, the yes. */
  deleteEverything(): void;
  /** From the worker to open pages. Null once the round is over. */
  progressChanged(progress: RoundProgress | null): void;
  /** From the worker to open pages. */
  settingsChanged(settings: AllSettings): void;
  /** From the worker to open pages: rounds were deleted or rewritten. */
  historyChanged(): void;
  /** From the worker to open pages. */
  everythingDeleted(): void;
}
