import * as v from 'valibot';

/** An id such as `telegram` or `telegram/web`. */
export const Id = textOf(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/, 'an id in lower case');

export const FilledText = textOf(/./s, 'a text that is not empty');

export const Host = textOf(/^[a-z0-9.-]+$/, 'the name of a host');

export const HttpUrl = urlOf(/^https?:\/\//, 'an http or https URL');
export const HttpsUrl = urlOf(/^https:\/\//, 'an https URL');
export const PlainUrl = urlOf(/^http:\/\//, 'an http URL');
/** The URLs of WebSockets may not have fragments. */
export const SocketUrl = urlOf(/^wss:\/\/[^#]+$/, 'a wss URL without a fragment');

/** ISO 3166-1 alpha-2. */
export const Country = textOf(/^..$/, 'two letters of ISO 3166-1');

/** ISO 639-1. */
export const Language = textOf(/^..$/, 'two letters of ISO 639-1');

const day = 'a day in ISO 8601';

/** A day that there is: browsers take the 30th of February for a day of March. */
export const Day = v.pipe(
  v.string(day),
  v.check((text) => {
    const ms = Date.parse(text);
    return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
  }, day),
);

export const atLeastOne = 'at least one';

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

/** A text of a form. @param allowed the form in words */
export function textOf(pattern: RegExp, allowed: string) {
  return v.pipe(v.string(allowed), v.regex(pattern, allowed));
}

function urlOf(pattern: RegExp, allowed: string) {
  return v.pipe(v.string(allowed), v.url(allowed), v.regex(pattern, allowed));
}
