import * as v from 'valibot';
import { longestCatalogFile } from '../../model/catalog-file.ts';
import { alertFields } from '../../settings/alert-settings.ts';
import { changeableSettings } from '../../settings/check-settings.ts';
import { mostOwnServices, OwnServiceSchema } from '../../settings/own-services.ts';
import { eachIdOnce } from './fields.ts';

/** Earlier backups have ticks for exports besides, which are for one file alone now. */
const RoutingSettingsSchema = v.object({
  showRouting: v.exactOptional(v.boolean()),
  recordExit: v.boolean(),
  homeCountry: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'two capital letters'))),
  compareCalls: v.boolean(),
  askCalls: v.boolean(),
  askDomesticCalls: v.boolean(),
});

/** What a person chose. Neither the yes of the first page nor a permission is among it. */
export const SettingsSchema = v.object({
  checks: v.object({
    ...changeableSettings,
    // Earlier backups have neither.
    order: v.optional(changeableSettings.order, []),
    theme: v.optional(changeableSettings.theme, 'system'),
  }),
  routing: RoutingSettingsSchema,
  /** Left out by versions that had no alerts. */
  alerts: v.exactOptional(v.object(alertFields)),
  ownServices: v.pipe(
    v.array(OwnServiceSchema),
    v.maxLength(mostOwnServices, `at most ${mostOwnServices}`),
    eachIdOnce(),
  ),
  /** The text of a catalogue's file; null where the catalogue that is built in is in use. */
  catalogFile: v.nullable(
    v.pipe(v.string(), v.maxLength(longestCatalogFile, `at most ${longestCatalogFile} characters`)),
  ),
  /** Null: the browser's. One that this version does not have counts as the browser's, too. */
  language: v.nullable(
    v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'two or three letters in lower case')),
  ),
});

export type BackedUpSettings = v.InferOutput<typeof SettingsSchema>;
