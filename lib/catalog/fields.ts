import * as v from 'valibot';

export const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/, 'lower-case id expected'),
);

export const HttpUrl = urlOf(/^https?:\/\//, 'http or https URL expected');
export const HttpsUrl = urlOf(/^https:\/\//, 'https URL expected');
export const PlainUrl = urlOf(/^http:\/\//, 'http URL expected');
/** The URLs of WebSockets may not have fragments. */
export const SocketUrl = urlOf(/^wss:\/\/[^#]+$/, 'wss URL without a fragment expected');

/** ISO 3166-1 alpha-2. */
export const Country = v.pipe(v.string(), v.length(2));

/** What a person does with a service. */
export const RoleName = v.picklist([
  'web',
  'messages',
  'media',
  'calls',
  'registration',
  'api',
  'login',
]);

/** The direction of a transfer. */
export const TransferKindSchema = v.picklist(['download', 'upload']);

function urlOf(pattern: RegExp, message: string) {
  return v.pipe(v.string(), v.url(), v.regex(pattern, message));
}
