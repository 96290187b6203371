import type { ExportFormatId } from '../export/formats.ts';
import type { Language } from '../i18n/languages.ts';
import type { RoundProgress } from '../model/progress.ts';
import type { Round } from '../model/round.ts';
import type { SeenRoute } from '../model/route.ts';
import type { RoutingSettings } from '../routing/settings.ts';

/** A page's data and the requests that it can make. */
export interface PageSources {
  /** Newest first. */
  readRounds: () => Promise<Round[]>;
  readRoute: () => Promise<SeenRoute | null>;
  readProgress: () => Promise<RoundProgress | null>;
  /** ISO 8601 UTC. */
  readNextCheckAt: () => Promise<string | null>;
  /** Whether the last check could not be saved. */
  isLastRoundLost: () => Promise<boolean>;
  startRound: () => Promise<unknown>;
  cancelRound: () => Promise<unknown>;
  saveLanguage: (language: Language) => Promise<void>;
  saveRoutingSettings: (settings: RoutingSettings) => Promise<void>;
  /** @param options.routing whether the file includes the route */
  saveExport: (format: ExportFormatId, options: { routing: boolean }) => Promise<void>;
  now: () => Date;
}
