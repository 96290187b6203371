import * as v from 'valibot';
import { longestLabel, networkLabel } from './network-label.ts';

/** What can be uploaded by OTLP. */
export const uploadSignals = ['logs', 'metrics'] as const;

export type UploadSignal = (typeof uploadSignals)[number];

/** `json` can be read as it is sent; some receivers take `protobuf` only. */
export const uploadEncodings = ['json', 'protobuf'] as const;

export const uploadKinds = ['otlp', 'gatus', 'uptime-kuma'] as const;

export type UploadKind = (typeof uploadKinds)[number];

const longestAddress = 500;
const longestSecret = 2000;

/** What is allowed where a field does not fit; pages have a text for each. */
const uploadRules = {
  address: 'an https address, or an http address of this computer (127.0.0.1, localhost)',
  credentials: 'an address without a user name or a password',
  fragment: 'an address without a # part',
  query: 'an address without a ? part',
  signals: `at least one of ${uploadSignals.join(', ')}`,
  authorization: `null, or at most ${longestSecret} printable ASCII characters`,
  label: `null, or 1 to ${longestLabel} characters`,
  country: 'null, or a country code of two letters',
  group: '1 to 80 letters, digits, - or _',
  pushUrls: 'an object of service ids with the push addresses of their monitors',
  service: 'the id of a service, in one line alone',
} as const;

export type UploadRule = keyof typeof uploadRules;

/** Without a query, to which paths are added. */
const Address = v.pipe(
  v.string(uploadRules.address),
  v.trim(),
  v.maxLength(longestAddress, uploadRules.address),
  v.check((text) => URL.canParse(text), uploadRules.address),
  v.check((text) => isSafe(new URL(text)), uploadRules.address),
  v.check((text) => hasNoCredentials(new URL(text)), uploadRules.credentials),
  v.check((text) => !text.includes('#'), uploadRules.fragment),
  v.check((text) => !text.includes('?'), uploadRules.query),
  v.transform((text) => new URL(text).href.replace(/\/+$/, '')),
);

const Authorization = v.nullish(
  v.pipe(
    v.string(uploadRules.authorization),
    v.trim(),
    v.maxLength(longestSecret, uploadRules.authorization),
    v.regex(/^[\x20-\x7e]+$/, uploadRules.authorization),
  ),
  null,
);

const about = {
  /** A name for the probe's network; sent with every record. */
  label: v.nullish(networkLabel(uploadRules.label), null),
  /** ISO 3166-1 alpha-2, in capitals; sent with every record. */
  country: v.nullish(
    v.pipe(
      v.string(uploadRules.country),
      v.trim(),
      v.toUpperCase(),
      v.regex(/^[A-Z]{2}$/, uploadRules.country),
    ),
    null,
  ),
};

const otlpFields = {
  kind: v.literal('otlp'),
  /** `/v1/logs` and `/v1/metrics` are added. */
  url: Address,
  signals: v.optional(
    v.pipe(
      v.array(v.picklist(uploadSignals, uploadRules.signals), uploadRules.signals),
      v.minLength(1, uploadRules.signals),
    ),
    [...uploadSignals],
  ),
  encoding: v.optional(v.picklist(uploadEncodings, uploadEncodings.join(', ')), 'json'),
  /** The value of the header `authorization`. */
  authorization: Authorization,
  ...about,
  /** Whether the route, with the country and network of the exit, is sent. */
  routing: v.optional(v.boolean('true or false'), false),
};

const gatusFields = {
  kind: v.literal('gatus'),
  url: Address,
  /** The group of the external endpoints, whose names are the ids of services. */
  group: v.pipe(v.string(uploadRules.group), v.regex(/^[\w-]{1,80}$/, uploadRules.group)),
  authorization: Authorization,
};

const kumaFields = {
  kind: v.literal('uptime-kuma'),
  /** Each monitor has an address of its own, without a query. */
  pushUrls: v.pipe(
    v.record(v.string(), Address, uploadRules.pushUrls),
    v.check((urls) => Object.keys(urls).length > 0, uploadRules.pushUrls),
  ),
};

const kinds = uploadKinds.join(', ');

/** Where to, and what, as a person or a policy gives it. */
export const UploadDraftSchema = v.variant(
  'kind',
  [
    v.strictObject(otlpFields, namesOf(otlpFields)),
    v.strictObject(gatusFields, namesOf(gatusFields)),
    v.strictObject(kumaFields, namesOf(kumaFields)),
  ],
  ({ expected }) => (expected === 'Object' ? `an object with kind: ${kinds}` : kinds),
);

export type UploadDraft = v.InferOutput<typeof UploadDraftSchema>;

/** What a person typed, field by field. */
export interface TypedUpload {
  kind: UploadKind;
  url: string;
  signals: UploadSignal[];
  encoding: (typeof uploadEncodings)[number];
  authorization: string;
  label: string;
  country: string;
  routing: boolean;
  group: string;
  /** A line a monitor: the service's id, a space, the address. */
  pushUrls: string;
}

/** Which field does not fit, what was found there, and which rule it breaks. */
export interface UploadDraftProblem {
  field: keyof TypedUpload;
  found: string;
  rule: UploadRule;
}

/**
 * Reads what a person typed: an upload, or the first thing that is wrong with it.
 * @param serviceIds of all services, on or off
 */
export function readTypedUpload(
  typed: TypedUpload,
  serviceIds: readonly string[],
): UploadDraft | UploadDraftProblem {
  const result = v.safeParse(UploadDraftSchema, draftOf(typed), { abortEarly: true });
  if (result.success) return wrongMonitor(typed, serviceIds) ?? result.output;
  const [{ path, message }] = result.issues;
  const field = path?.[0]?.key as keyof TypedUpload;
  const found = typed[field];
  const rules = Object.keys(uploadRules) as UploadRule[];
  const rule = rules.find((one) => uploadRules[one] === message) ?? 'address';
  return { field, found: typeof found === 'string' ? found : '', rule };
}

/** A line under an id that no service has, or that another line has, too: nobody would be told there. */
function wrongMonitor(
  { kind, pushUrls }: TypedUpload,
  serviceIds: readonly string[],
): UploadDraftProblem | null {
  if (kind !== 'uptime-kuma') return null;
  const ids = linesOf(pushUrls).map(([id]) => id);
  const found = ids.find((id, line) => !serviceIds.includes(id) || ids.indexOf(id) < line);
  return found === undefined ? null : { field: 'pushUrls', found, rule: 'service' };
}

function draftOf({ kind, url, authorization, group, pushUrls, ...typed }: TypedUpload): unknown {
  const secret = emptyAsNull(authorization);
  if (kind === 'gatus') return { kind, url, group, authorization: secret };
  if (kind === 'uptime-kuma') return { kind, pushUrls: Object.fromEntries(linesOf(pushUrls)) };
  const { label, country } = typed;
  return {
    ...typed,
    kind,
    url,
    authorization: secret,
    label: emptyAsNull(label),
    country: emptyAsNull(country),
  };
}

function emptyAsNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

function linesOf(text: string): [string, string][] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [service = '', ...rest] = line.split(/\s+/);
      return [service, rest.join(' ')];
    });
}

const UploadSettingsSchema = v.object({
  draft: UploadDraftSchema,
  /** Random; the one that its preview has shown before, where a person turned the upload on. */
  instance: v.pipe(v.string(), v.uuid()),
  /** ISO 8601 UTC; earlier rounds are not sent. */
  since: v.pipe(v.string(), v.isoTimestamp()),
});

/** An upload that is on. */
export type UploadSettings = v.InferOutput<typeof UploadSettingsSchema>;

/** What is stored; null, and so no upload, where it does not fit. */
export function parseUpload(stored: unknown): UploadSettings | null {
  const result = v.safeParse(UploadSettingsSchema, stored);
  return result.success ? result.output : null;
}

/**
 * What an error may show of a value that does not fit: nothing of an upload, where a password may be.
 * @param field of the settings or of a policy, or a part of it
 */
export function shownValue(field: string, found: unknown): string {
  if (found === undefined) return 'nothing';
  return field.split('.')[0] === 'upload' ? 'a value that is not shown' : JSON.stringify(found);
}

/** Whether an error may show the name of a part of an upload: whoever mixes up the two has an address or a password there. */
export function isShownName(name: string): boolean {
  return /^[\w-]{1,20}$/.test(name);
}

/** Every address that is sent to, to which paths or queries are added. */
export function uploadUrls(draft: UploadDraft): string[] {
  return draft.kind === 'uptime-kuma' ? Object.values(draft.pushUrls) : [draft.url];
}

/** The match patterns of all that is sent to; they have no port. */
export function uploadPatterns(draft: UploadDraft): string[] {
  return [...new Set(uploadUrls(draft).map((url) => patternOf(new URL(url))))];
}

function patternOf({ protocol, hostname }: URL): string {
  return `${protocol}//${hostname}/*`;
}

function namesOf(fields: object): string {
  return Object.keys(fields).join(', ');
}

const loopback: readonly string[] = ['127.0.0.1', 'localhost'];

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname));
}

function hasNoCredentials({ username, password }: URL): boolean {
  return username === '' && password === '';
}
