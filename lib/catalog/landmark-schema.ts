import * as v from 'valibot';
import { Country, FilledText, HttpUrl, Id, textOf } from './fields.ts';

/** The path to a field of the answer: keys joined by dots, empty for the whole answer. */
const Field = v.optional(v.pipe(v.string(), v.regex(/^[\w.]*$/, 'keys joined by dots')));

/** A service that reports the caller's address, and perhaps its country and network. */
export const EchoSchema = v.strictObject({
  id: Id,
  group: v.picklist(['foreign', 'domestic']),
  url: HttpUrl,
  /** How to read its answer: JSON, or lines of `key=value`. */
  reads: v.strictObject({
    format: v.picklist(['json', 'lines']),
    address: v.string(),
    country: Field,
    /** A number, with or without the prefix `AS`. */
    asn: Field,
    /** True if the address belongs to a data centre. */
    hosting: Field,
    /** `on` if the caller uses the operator's own tunnel. */
    warp: Field,
    /** `on` if the caller uses the operator's gateway for companies. */
    gateway: Field,
    /** The operator's data centre that answered, by its airport code. */
    colo: Field,
  }),
});

/** A site whose answer to HEAD indicates where the caller comes from. */
export const SiteSchema = v.strictObject({
  id: Id,
  url: HttpUrl,
  /** True if nobody has seen it answer yet: its silence counts only once it has answered this browser. */
  candidate: v.optional(v.literal(true)),
});

/** A network that household traffic exits from only through a detour. */
export const NetworkSchema = v.strictObject({
  asn: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: FilledText,
  /** Hosting: data centres for rent. Relay: built into browsers and systems. */
  kind: v.picklist(['hosting', 'relay']),
});

/** A data centre of an anycast network, named after its airport (IATA). */
export const ColoSchema = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'three capitals')),
  country: Country,
  /** In degrees, north positive. */
  latitude: degreesTo(90),
  /** In degrees, east positive. */
  longitude: degreesTo(180),
});

/** A city that names one of a country's time zones. */
export const CitySchema = v.strictObject({
  /** IANA name. */
  zone: textOf(/\//, 'an IANA name of a time zone'),
  /** In degrees, north positive. */
  latitude: degreesTo(90),
  /** In degrees, east positive. */
  longitude: degreesTo(180),
});

function degreesTo(most: number) {
  const allowed = `degrees from -${most} to ${most}`;
  return v.pipe(v.number(allowed), v.minValue(-most, allowed), v.maxValue(most, allowed));
}
