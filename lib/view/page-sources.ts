import type { ExportFormatId } from '../export/formats.ts';
import type { Language } from '../i18n/languages.ts';
import type { RoundProgress } from '../model/progress.ts';
import type { Round } from '../model/round.ts';
import type { SeenRoute } from '../model/route.ts';
import type { RoutingSettings } from '../routing/settings.ts';
import type { CheckSettings, SettingsChange } from '../settings/check-settings.ts';
import type { ServiceChoice } from '../settings/wanted-services.ts';

/** A page's data and the requests that it can make. */
export interface PageSources {
  /** Newest first. */
  readRounds: () => Promise<Round[]>;
  readRoute: () => Promise<SeenRoute | null>;
  readCheckSettings: () => Promise<CheckSettings>;
  /** Whether the browser permits to look at the route. */
  isRoutePermitted: () => Promise<boolean>;
  /** Has the browser ask the person. Call it synchronously in the click. */
  requestRoutePermission: () => Promise<boolean>;
  removeRoutePermission: () => Promise<void>;
  readServices: () => Promise<ServiceChoice[]>;
  readProgress: () => Promise<RoundProgress | null>;
  /** ISO 8601 UTC. */
  readNextCheckAt: () => Promise<string | null>;
  /** Whether the last check could not be saved. */
  isLastRoundLost: () => Promise<boolean>;
  /** Gives the person's yes and starts the first round. */
  agree: () => Promise<CheckSettings>;
  /** Resolves with all settings after the change. */
  changeSettings: (change: SettingsChange) => Promise<CheckSettings>;
  startRound: () => Promise<unknown>;
  cancelRound: () => Promise<unknown>;
  saveLanguage: (language: Language) => Promise<void>;
  saveRoutingSettings: (settings: RoutingSettings) => Promise<void>;
  /** @param options.routing whether the file includes the route */
  saveExport: (format: ExportFormatId, options: { routing: boolean }) => Promise<void>;
  now: () => Date;
}
