import * as v from 'valibot';
import { atLeastOne, FilledText, HttpsUrl, Id, PlainUrl, RoleName, SocketUrl } from './fields.ts';

/** The fields of every target. */
const common = {
  id: Id,
  role: RoleName,
  /** False if the target is shown but does not affect its role's state. */
  votes: v.boolean(),
};

/** Several URLs are equivalent: they are tried in order until one answers. */
function oneOrMore<Url extends v.GenericSchema<string>>(url: Url) {
  return v.pipe(v.array(url), v.minLength(1, atLeastOne));
}

/** POST is for uploads alone: browsers put an `Origin` on it, which names the extension. */
const Method = v.picklist(['HEAD', 'GET']);

/**
 * An authority that browsers do not know and that may still have signed the certificates of a host. Such a
 * certificate means reached, as long as those of neutral sites are good.
 */
const AuthoritySchema = v.picklist([
  /** The operator's own: always, so that whatever browsers trust is not the service. */
  'own_ca',
  /** The state's, beside public ones: which of them is in use changes. */
  'national_ca',
]);

const httpsFields = {
  ...common,
  kind: v.literal('https'),
  authority: v.optional(AuthoritySchema),
  urls: oneOrMore(HttpsUrl),
  method: Method,
};

/** One request over TLS. The rule decides which answers count as reached. */
const HttpsTargetSchema = v.variant('rule', [
  v.strictObject({
    ...httpsFields,
    /** Valid TLS and any status except 451 and 5xx. */
    rule: v.literal('any_http'),
  }),
  v.strictObject({
    ...httpsFields,
    /** Like `any_http`: the text in the body never decides reachability. */
    rule: v.literal('marker'),
    contains: FilledText,
  }),
]);

/** One request without TLS. Any HTTP answer counts, since its status cannot be authenticated. */
const PlainTargetSchema = v.strictObject({
  ...common,
  kind: v.literal('http'),
  urls: oneOrMore(PlainUrl),
  method: Method,
});

/** A transfer over TLS of more bytes than a censor that counts bytes lets through. */
const transferFields = {
  ...common,
  urls: oneOrMore(HttpsUrl),
  /** In a scheduled round one of those so marked is made, each in its turn. */
  inTurn: v.optional(v.literal(true)),
};

/** Receives the bytes, by GET. */
const DownloadTargetSchema = v.strictObject({ ...transferFields, kind: v.literal('download') });

/** Sends the bytes, by POST. */
const UploadTargetSchema = v.strictObject({ ...transferFields, kind: v.literal('upload') });

const SocketTargetSchema = v.strictObject({
  ...common,
  kind: v.literal('websocket'),
  authority: v.optional(AuthoritySchema),
  urls: oneOrMore(SocketUrl),
  /** Requested in the handshake; omitted if none is. */
  subprotocol: v.optional(v.string()),
  rule: v.picklist([
    /** The WebSocket opens, or the server refuses it with any status except 451 and 5xx. */
    'ws_open_or_http_status',
    /** The server sends the first frame; until it arrives, nothing got through. */
    'ws_first_frame',
  ]),
});

export type Authority = v.InferOutput<typeof AuthoritySchema>;

/** One thing to probe. `kind` determines how; exports contain it. */
export const TargetSchema = v.variant('kind', [
  HttpsTargetSchema,
  PlainTargetSchema,
  DownloadTargetSchema,
  UploadTargetSchema,
  SocketTargetSchema,
]);
