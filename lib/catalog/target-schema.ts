import * as v from 'valibot';
import { HttpsUrl, Id, PlainUrl, RoleName, SocketUrl } from './fields.ts';

/** What every target has, whatever its kind. */
const common = {
  id: Id,
  role: RoleName,
  /** False: shown, but without a say in its role's state. */
  votes: v.boolean(),
};

/** More than one: equivalent addresses, tried one after the other until one answers. */
function oneOrMore<Url extends v.GenericSchema<string>>(url: Url) {
  return v.pipe(v.array(url), v.minLength(1));
}

/** POST is for uploads alone: browsers put an `Origin` on it, which names the extension. */
const Method = v.picklist(['HEAD', 'GET']);

const httpsFields = {
  ...common,
  kind: v.literal('https'),
  urls: oneOrMore(HttpsUrl),
  method: Method,
};

/** One request over TLS. Its rule says what the answer must be for the target to count as reached. */
const HttpsTargetSchema = v.variant('rule', [
  v.strictObject({
    ...httpsFields,
    rule: v.picklist([
      /** A valid TLS conversation with any status but 451 and 5xx. */
      'any_http',
      /** The service has a certificate authority of its own, so its untrusted certificate means reached. */
      'cert_authority_error_or_http',
    ]),
  }),
  v.strictObject({
    ...httpsFields,
    /** As `any_http`; the text in the body is only noted, since it never decides reachability. */
    rule: v.literal('marker'),
    contains: v.pipe(v.string(), v.nonEmpty()),
  }),
]);

/** One request without TLS, to which any HTTP answer will do: there is nobody whose status could be believed. */
const PlainTargetSchema = v.strictObject({
  ...common,
  kind: v.literal('http'),
  urls: oneOrMore(PlainUrl),
  method: Method,
});

/** More bytes over TLS than a censor that counts them lets through. */
const transferFields = { ...common, urls: oneOrMore(HttpsUrl) };

/** Brings them, by GET. */
const DownloadTargetSchema = v.strictObject({ ...transferFields, kind: v.literal('download') });

/** Sends them, by POST. */
const UploadTargetSchema = v.strictObject({ ...transferFields, kind: v.literal('upload') });

const SocketTargetSchema = v.strictObject({
  ...common,
  kind: v.literal('websocket'),
  urls: oneOrMore(SocketUrl),
  /** What it asks to speak; left out where it asks for nothing. */
  subprotocol: v.optional(v.string()),
  rule: v.picklist([
    /** A WebSocket that opens, or that a server refuses by any status but 451 and 5xx. */
    'ws_open_or_http_status',
    /** A WebSocket on which the server speaks first: until it has, nothing got through. */
    'ws_first_frame',
  ]),
});

/** One thing to probe. `kind` says how, and is part of the exports. */
export const TargetSchema = v.variant('kind', [
  HttpsTargetSchema,
  PlainTargetSchema,
  DownloadTargetSchema,
  UploadTargetSchema,
  SocketTargetSchema,
]);
