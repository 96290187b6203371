import * as v from 'valibot';
import { isVisible } from '../model/visible-text.ts';

/** What can be uploaded by OTLP. */
export const uploadSignals = ['logs', 'metrics'] as const;

export type UploadSignal = (typeof uploadSignals)[number];

/** `json` can be read as it is sent; some receivers take `protobuf` only. */
export const uploadEncodings = ['json', 'protobuf'] as const;

export const uploadKinds = ['otlp', 'gatus', 'uptime-kuma'] as const;

export type UploadKind = (typeof uploadKinds)[number];

const longestAddress = 500;
const longestSecret = 2000;
const longestLabel = 80;

/** What is allowed where a field does not fit; pages have a text for each. */
export const uploadRules = {
  address: 'an https address, or an http address of this computer (127.0.0.1, ::1, localhost)',
  credentials: 'an address without a user name or a password',
  fragment: 'an address without a # part',
  query: 'an address without a ? part',
  signals: `at least one of ${uploadSignals.join(', ')}`,
  encoding: uploadEncodings.join(', '),
  authorization: `null, or at most ${longestSecret} printable ASCII characters`,
  label: `null, or 1 to ${longestLabel} characters`,
  country: 'null, or a country code of two letters',
  routing: 'true or false',
  group: '1 to 80 letters, digits, - or _',
  pushUrls: 'an object of service ids with the push addresses of their monitors',
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

const Authorization = v.nullable(
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
  label: v.nullable(
    v.pipe(
      v.string(uploadRules.label),
      v.trim(),
      v.check((text) => text !== '' && text.length <= longestLabel, uploadRules.label),
      v.check(isVisible, uploadRules.label),
    ),
    null,
  ),
  /** ISO 3166-1 alpha-2, in capitals; sent with every record. */
  country: v.nullable(
    v.pipe(
      v.string(uploadRules.country),
      v.trim(),
      v.toUpperCase(),
      v.regex(/^[A-Z]{2}$/, uploadRules.country),
    ),
    null,
  ),
};

/** Where to, and what, as a person or a policy gives it. */
export const UploadDraftSchema = v.variant(
  'kind',
  [
    v.strictObject({
      kind: v.literal('otlp'),
      /** `/v1/logs` and `/v1/metrics` are added. */
      url: Address,
      signals: v.pipe(
        v.array(v.picklist(uploadSignals, uploadRules.signals), uploadRules.signals),
        v.minLength(1, uploadRules.signals),
      ),
      encoding: v.picklist(uploadEncodings, uploadRules.encoding),
      /** The value of the header `authorization`. */
      authorization: Authorization,
      ...about,
      /** Whether the route, with the country and network of the exit, is sent. */
      routing: v.boolean(uploadRules.routing),
    }),
    v.strictObject({
      kind: v.literal('gatus'),
      url: Address,
      /** The group of the external endpoints, whose names are the ids of services. */
      group: v.pipe(v.string(uploadRules.group), v.regex(/^[\w-]{1,80}$/, uploadRules.group)),
      authorization: Authorization,
    }),
    v.strictObject({
      kind: v.literal('uptime-kuma'),
      /** Each monitor has an address of its own, without a query. */
      pushUrls: v.pipe(
        v.record(v.string(), Address, uploadRules.pushUrls),
        v.check((urls) => Object.keys(urls).length > 0, uploadRules.pushUrls),
      ),
    }),
  ],
  uploadKinds.join(', '),
);

export type UploadDraft = v.InferOutput<typeof UploadDraftSchema>;

const UploadSettingsSchema = v.object({
  draft: UploadDraftSchema,
  /** Random, made when the upload was turned on. */
  instance: v.pipe(v.string(), v.uuid()),
  /** ISO 8601 UTC; earlier rounds are not sent. */
  since: v.pipe(v.string(), v.isoTimestamp()),
});

/** An upload that is on. */
export type UploadSettings = v.InferOutput<typeof UploadSettingsSchema>;

/** What is stored; null, and so no upload, where it does not fit. */
export function parseUpload(stored: unknown): UploadSettings | null {
  return v.is(UploadSettingsSchema, stored) ? stored : null;
}

/** The match patterns of every address that is sent to. */
export function uploadPatterns(draft: UploadDraft): string[] {
  const urls = draft.kind === 'uptime-kuma' ? Object.values(draft.pushUrls) : [draft.url];
  // Match patterns have no port.
  const patterns = urls.map((url) => new URL(url)).map(patternOf);
  return [...new Set(patterns)];
}

function patternOf({ protocol, hostname }: URL): string {
  return `${protocol}//${hostname}/*`;
}

const loopback: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname));
}

function hasNoCredentials({ username, password }: URL): boolean {
  return username === '' && password === '';
}
