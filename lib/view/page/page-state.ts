import { type Signal, signal } from '@preact/signals';
import type { ExportProgress } from '../../export/request.ts';
import type { Language } from '../../i18n/languages.ts';
import type { CatalogInUse } from '../../model/catalog-file.ts';
import type { RoundProgress } from '../../model/progress.ts';
import type { Round } from '../../model/round.ts';
import type { SeenRoute } from '../../model/route.ts';
import type { SetAside } from '../../model/set-aside.ts';
import {
  defaultRoutingSettings,
  type RoutingChange,
  type RoutingSettings,
} from '../../routing/settings.ts';
import {
  type CheckSettings,
  defaultCheckSettings,
  type SettingsChange,
} from '../../settings/check-settings.ts';
import type { ServiceChoice } from '../../settings/wanted-services.ts';
import type { AlertState } from '../actions/alert-actions.ts';
import { type BackupState, noBackup } from '../actions/backup-actions.ts';
import type { UploadState } from '../actions/upload-actions.ts';
import { createSettingsHolder, type SettingsHolder } from './settings-holder.ts';

export type PageError = 'worker' | 'storage' | 'history' | 'export' | 'unsaved';

/** What this browser reports at all of what a connection costs. */
export interface ReportedCosts {
  savesData: boolean;
  cellular: boolean;
}

/** Everything that a page shows. */
export interface PageState {
  /** Newest first; the first may be one that could not be saved. */
  rounds: Round[];
  route: SeenRoute | null;
  /** A part of the history is being deleted. */
  isDeleting: boolean;
  progress: RoundProgress | null;
  /** ISO 8601 UTC. */
  nextCheckAt: string | null;
  now: Date;
  language: Language;
  /** The defaults, without a yes, until they are read. */
  checkSettings: CheckSettings;
  /** The services to choose from; empty until the worker has named them. */
  services: ServiceChoice[];
  /** The catalogue in use; null until the worker has told it. */
  catalog: CatalogInUse | null;
  reportedCosts: ReportedCosts;
  routingSettings: RoutingSettings;
  /** Whether the browser permits to look at the route; true until it is read. */
  isRoutePermitted: boolean;
  /** Whether this is the build to which all hosts are granted. */
  isResearchBuild: boolean;
  /** How far the file is that is being made; null without one. */
  exporting: ExportProgress | null;
  backup: BackupState;
  /** Left out until the dashboard has read it. */
  alerts?: AlertState;
  /** Left out until the dashboard has read it. */
  upload?: UploadState;
  /** Histories that were set aside. */
  setAside: readonly SetAside[];
  error: PageError | null;
}

/** What is available synchronously. */
export type InitialSettings = Pick<PageState, 'language' | 'reportedCosts' | 'isResearchBuild'>;

/** The state with the only ways to change it. */
export interface StateHolder {
  state: Signal<PageState>;
  /** Changes part of the state, and its time. */
  change: (part: Partial<PageState>) => void;
  /** Applies the action's changes and clears its error, or shows the error where the action throws. */
  attempt: (error: PageError, action: () => Promise<Partial<PageState>>) => Promise<void>;
  /** The parts of the state that the person and the worker change at the same time. */
  checkSettings: SettingsHolder<CheckSettings, SettingsChange>;
  routingSettings: SettingsHolder<RoutingSettings, RoutingChange>;
}

export function createStateHolder(now: () => Date, settings: InitialSettings): StateHolder {
  const state = signal<PageState>({
    rounds: [],
    route: null,
    isDeleting: false,
    progress: null,
    nextCheckAt: null,
    now: now(),
    checkSettings: defaultCheckSettings,
    routingSettings: defaultRoutingSettings,
    services: [],
    catalog: null,
    isRoutePermitted: true,
    setAside: [],
    ...settings,
    exporting: null,
    backup: noBackup,
    error: null,
  });

  function change(part: Partial<PageState>) {
    state.value = { ...state.peek(), now: now(), ...part };
  }

  async function attempt(error: PageError, action: () => Promise<Partial<PageState>>) {
    try {
      const part = await action();
      change(state.peek().error === error ? { error: null, ...part } : part);
    } catch (cause) {
      console.error(cause);
      // Where settings cannot be read, all else fails as well.
      if (state.peek().error !== 'storage') change({ error });
    }
  }

  const checkSettings = createSettingsHolder(defaultCheckSettings, withChange, (shown) =>
    change({ checkSettings: shown }),
  );
  const routingSettings = createSettingsHolder(
    defaultRoutingSettings,
    (before, wanted: RoutingChange) => ({ ...before, ...wanted }),
    (shown) => change({ routingSettings: shown }),
  );
  return { state, change, attempt, checkSettings, routingSettings };
}

function withChange(settings: CheckSettings, wanted: SettingsChange): CheckSettings {
  return { ...settings, ...wanted, services: { ...settings.services, ...wanted.services } };
}
