import * as v from 'valibot';
import { type Language, languages } from '../i18n/languages.ts';
import { readRequest, servicesRequest, switches } from '../messages/requests.ts';
import type { OwnServiceDraft } from '../model/own-service.ts';
import {
  type CheckSettings,
  changeableSettings,
  intervals,
  type SettingsChange,
} from '../settings/check-settings.ts';
import { refuseUnknownMonitors } from '../settings/monitors.ts';
import { longestLabel, networkLabel } from '../settings/network-label.ts';
import { type Lockable, lockable } from '../settings/organisation.ts';
import { mostOwnServices, ownServiceFields } from '../settings/own-services.ts';
import { type UploadDraft, UploadDraftSchema } from '../settings/upload.ts';
import { type ServiceDefault, wantedServices } from '../settings/wanted-services.ts';

/** What an administrator has set, read: a yes to checks, and settings. */
export interface Policy {
  settings: SettingsChange;
  ownServices: readonly OwnServiceDraft[];
  language: Language | null;
  /** A name for the network; null: none. */
  label: string | null;
  /** Null: a person's own stays. */
  upload: UploadDraft | null;
  locked: Lockable[];
}

const minutes = [0, ...intervals] as const;
const sites = `at most ${mostOwnServices} sites, each with name, url and perhaps contains`;

/** The schema of a policy; services are some of `serviceIds`. */
function policySchema(serviceIds: readonly string[]) {
  const entries = {
    /** 0: only when a person asks. JSON schemas of policies know no null. */
    everyMinutes: v.exactOptional(v.picklist(minutes, minutes.join(', '))),
    services: v.exactOptional(servicesRequest(serviceIds)),
    ownServices: v.exactOptional(
      v.pipe(
        v.array(
          v.strictObject(
            { ...ownServiceFields, contains: v.optional(ownServiceFields.contains, null) },
            sites,
          ),
          sites,
        ),
        v.maxLength(mostOwnServices, sites),
      ),
    ),
    ...switches,
    keptDays: v.exactOptional(changeableSettings.keptDays),
    label: v.exactOptional(networkLabel(`1 to ${longestLabel} visible characters`)),
    language: v.exactOptional(v.picklist(languages, languages.join(', '))),
    upload: v.exactOptional(UploadDraftSchema),
    locked: v.exactOptional(
      v.array(v.picklist(lockable, lockable.join(', ')), `a list of ${lockable.join(', ')}`),
    ),
  };
  return v.strictObject(entries, Object.keys(entries).join(', '));
}

/**
 * Reads what the browser has of a policy.
 * @param serviceIds of the catalogue
 * @param ownIds of sites that a person added
 * @throws Error that names the field, what was found and what is allowed
 */
export function readPolicy(
  found: unknown,
  serviceIds: readonly string[],
  ownIds: readonly string[] = [],
): Policy {
  const {
    everyMinutes,
    ownServices = [],
    language = null,
    label = null,
    upload = null,
    locked = [],
    ...others
  } = readRequest(policySchema(serviceIds), found);
  refuseUnknownMonitors(upload, [...serviceIds, ...ownIds]);
  return {
    settings: {
      ...others,
      ...(everyMinutes !== undefined && { everyMinutes: everyMinutes === 0 ? null : everyMinutes }),
    },
    ownServices,
    language,
    label,
    upload: upload && withLabel(upload, label),
    locked,
  };
}

function withLabel(upload: UploadDraft, label: string | null): UploadDraft {
  return upload.kind === 'otlp' ? { ...upload, label: upload.label ?? label } : upload;
}

/**
 * The settings with what a policy names; all else stays as the person has it.
 * @throws Error where no service would be on
 */
export function withPolicy(
  before: CheckSettings,
  { settings }: Pick<Policy, 'settings'>,
  services: readonly ServiceDefault[],
): CheckSettings {
  const chosen = { ...before.services, ...settings.services };
  const after = { ...before, ...settings, services: chosen, agreed: true };
  if (wantedServices(after, services).length > 0) return after;
  throw new Error('services: found all off, allowed: at least one on');
}
