import type { DialectChoice } from '../export/csv/dialect.ts';
import type { ExportFormatId } from '../export/formats.ts';
import type { ExportRequest } from '../export/request.ts';
import type { Language } from '../i18n/languages.ts';
import { numbersOf } from '../i18n/numbers.ts';
import type { RoutingSettings } from '../routing/settings.ts';
import type { CheckSettings } from '../settings/check-settings.ts';
import { labelFor } from '../settings/organisation.ts';
import { midnight } from './days.ts';

/** What a person chose for a file. */
export interface ExportChoices {
  format: (typeof offeredFormats)[number];
  /** First and last day by the person's clock, as `2026-03-01`; empty without a bound. */
  firstDay: string;
  lastDay: string;
  /** Ids of the services; null for all. */
  services: readonly string[] | null;
  dialect: DialectChoice;
  /** Whether the file has the route, and the addresses of servers: ticked for this file alone. */
  route: boolean;
  addresses: boolean;
  /** Empty without a label; null: as the organisation has it, or none. */
  label: string | null;
  localTime: boolean;
}

/** In the order in which pages offer them; JSON as one document is for programs. */
export const offeredFormats = [
  'csv',
  'verdicts',
  'changes',
  'parquet',
  'ooni',
  'jsonl',
  'bundle',
] as const satisfies readonly ExportFormatId[];

/** Without any tick. */
export const usualChoices: ExportChoices = {
  format: 'csv',
  firstDay: '',
  lastDay: '',
  services: null,
  dialect: 'comma',
  route: false,
  addresses: false,
  label: null,
  localTime: false,
};

interface Circumstances {
  language: Language;
  routingSettings: Pick<RoutingSettings, 'showRouting'>;
  checkSettings: Pick<CheckSettings, 'organisation'>;
}

export function exportRequest(
  choices: ExportChoices,
  { language, routingSettings, checkSettings }: Circumstances,
): ExportRequest {
  const label = labelFor(checkSettings, choices.label).trim();
  return {
    format: choices.format,
    from: choices.firstDay === '' ? null : midnight(choices.firstDay),
    to: choices.lastDay === '' ? null : midnight(choices.lastDay, 1),
    services: choices.services,
    dialect: choices.dialect,
    language: numbersOf(language),
    options: {
      // A hidden route is not exported either.
      routing: routingSettings.showRouting && choices.route,
      addresses: choices.addresses,
      label: label === '' ? null : label,
      timeZone: choices.localTime ? Intl.DateTimeFormat().resolvedOptions().timeZone : null,
    },
  };
}
