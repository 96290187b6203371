import * as v from 'valibot';
import { CallControlSchema, ControlSchema } from './control-schema.ts';
import { atLeastOne, Country, Day, Host, Id, Language } from './fields.ts';
import { CitySchema, EchoSchema, SiteSchema } from './landmark-schema.ts';
import { ProvenanceSchema } from './provenance.ts';
import { CanarySchema, ResolverSchema } from './resolver-schema.ts';

const source = ProvenanceSchema.entries;

/** A site inside the country, asked by HEAD; any answer but 451 and 5xx counts. */
const CountryControlSchema = v.strictObject({
  ...v.omit(ControlSchema, ['group', 'method', 'pulse', 'status', 'contains']).entries,
  /** True if every round asks it, where it asks controls at all. */
  pulse: v.optional(v.literal(true)),
  ...source,
});

const CountryCallControlSchema = v.strictObject({
  ...v.omit(CallControlSchema, ['group']).entries,
  ...source,
});

/** A resolver of the state, or of an operator, that follows the state's list. */
const CountryResolverSchema = v.strictObject({
  ...v.omit(ResolverSchema, ['national']).entries,
  ...source,
});

const CountryCanarySchema = v.strictObject({ ...CanarySchema.entries, ...source });
const CountrySiteSchema = v.strictObject({ ...SiteSchema.entries, ...source });

/** An echo that reports the address alone. */
const CountryEchoSchema = v.strictObject({
  ...v.pick(EchoSchema, ['id', 'url', 'reads']).entries,
  ...source,
});

/** How to recognise a page that says that access is closed. */
const BlockPagesSchema = v.strictObject({
  /** Hosts or addresses that blocked requests are redirected to; subdomains match too. */
  hosts: v.optional(v.array(Host)),
  /** Texts that appear in the page itself. */
  bodies: v.optional(v.array(v.pipe(v.string(), v.minLength(10)))),
  /** Public addresses that blocked names lead to, by the id that stands in place of the address. */
  stubs: v.optional(v.record(Id, v.array(v.pipe(v.string(), v.ip())))),
  ...source,
});

const CallLimitSchema = v.strictObject({
  service: Id,
  /** The day since which it is known. */
  since: Day,
  ...source,
});

/** Whether a service is on by default there, where that differs from the rest of the world. */
const DefaultServiceSchema = v.strictObject({ service: Id, on: v.boolean(), ...source });

/** What rounds know of one country: evidence for people who are at home there, and for nobody else. */
export const CountrySchema = v.strictObject({
  country: Country,
  /** ISO 639-1. */
  languages: v.pipe(v.array(Language), v.minLength(1, atLeastOne)),
  services: v.optional(v.array(DefaultServiceSchema)),
  /** Left out unless the use of a VPN is punished or watched there: then the route is looked at only if ticked. */
  routeOff: v.optional(ProvenanceSchema),
  /** Of several operators, so that one that is out of order does not decide. */
  controls: v.pipe(v.array(CountryControlSchema), v.minLength(2, 'at least two')),
  /** Servers asked by their addresses, whose certificates cover these; only where no foreign site answers. */
  controlsByAddress: v.optional(v.array(CountryControlSchema)),
  callControls: v.optional(v.array(CountryCallControlSchema)),
  resolvers: v.optional(v.array(CountryResolverSchema)),
  /** Names that the resolvers above withhold. */
  canaries: v.optional(v.array(CountryCanarySchema)),
  /** Sites blocked for long, such as nobody is blamed for asking. */
  blockedCanaries: v.optional(v.array(CountrySiteSchema)),
  /** Sites that refuse callers from abroad. */
  homeOnlySites: v.optional(v.array(CountrySiteSchema)),
  /** In the order in which they are asked. */
  echoes: v.optional(v.array(CountryEchoSchema)),
  blockPages: v.optional(v.array(BlockPagesSchema)),
  /** Services whose calls are publicly known to be limited there, which no browser can see. */
  callLimits: v.optional(v.array(CallLimitSchema)),
  /** One for each time zone that is small enough to tell where its people are. */
  cities: v.optional(v.array(CitySchema)),
});

export type CountryData = v.InferOutput<typeof CountrySchema>;
