import * as v from 'valibot';
import { type OwnService, type OwnServiceDraft, ownServicePrefix } from '../model/own-service.ts';
import { answersBrowsers, isPublicName } from '../model/public-host.ts';
import { isVisible } from '../model/visible-text.ts';

/** How many services of their own a person may add. */
export const mostOwnServices = 10;

const longestName = 40;
const longestAddress = 500;
const longestText = 100;

/** What is allowed where a field does not fit; pages have a text for each. */
const ownServiceRules = {
  name: `1 to ${longestName} characters`,
  address: 'a host name, or an https address',
  https: 'https only',
  credentials: 'an address without a user name or a password',
  fragment: 'an address without a # part',
  port: 'an address without a port',
  public: 'a public host name, no number and no name of a local network',
  unreachable: 'a host that answers browsers',
  text: `at most ${longestText} characters`,
} as const;

export type OwnServiceRule = keyof typeof ownServiceRules;

const Name = v.pipe(
  v.string(ownServiceRules.name),
  v.trim(),
  v.check((text) => text !== '' && text.length <= longestName, ownServiceRules.name),
  v.check(isVisible, ownServiceRules.name),
);

const Address = v.pipe(
  v.string(ownServiceRules.address),
  v.trim(),
  v.maxLength(longestAddress, ownServiceRules.address),
  v.transform((text) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`)),
  v.check((text) => URL.canParse(text), ownServiceRules.address),
  v.check((text) => new URL(text).protocol === 'https:', ownServiceRules.https),
  v.check((text) => hasNoCredentials(new URL(text)), ownServiceRules.credentials),
  v.check((text) => !text.includes('#'), ownServiceRules.fragment),
  v.check((text) => new URL(text).port === '', ownServiceRules.port),
  v.check((text) => isPublicName(new URL(text).hostname), ownServiceRules.public),
  v.check((text) => answersBrowsers(new URL(text).hostname), ownServiceRules.unreachable),
  v.transform((text) => new URL(text).href),
);

const WantedText = v.pipe(
  v.nullable(v.string(ownServiceRules.text)),
  v.transform((text) => (text === null || text.trim() === '' ? null : text.trim())),
  v.check((text) => (text?.length ?? 0) <= longestText, ownServiceRules.text),
);

/** The fields of an own service, as a person or a program gives them. */
export const ownServiceFields = { name: Name, url: Address, contains: WantedText };

const DraftSchema = v.strictObject(ownServiceFields);

const ownId = `an id that begins with ${ownServicePrefix}`;

export const OwnServiceSchema = v.strictObject({
  id: v.pipe(v.string(), v.startsWith(ownServicePrefix, ownId), v.regex(/^[a-z0-9-]+$/, ownId)),
  ...ownServiceFields,
});

/** Which field does not fit, what was found there, and which rule it breaks. */
export interface OwnServiceProblem {
  field: keyof OwnServiceDraft;
  found: string;
  rule: OwnServiceRule;
}

/** Reads what a person typed: a service, or the first thing that is wrong with it. */
export function readDraft(typed: OwnServiceDraft): OwnServiceDraft | OwnServiceProblem {
  const result = v.safeParse(DraftSchema, typed, { abortEarly: true });
  if (result.success) return result.output;
  const [{ path, message }] = result.issues;
  const field = path?.[0].key as keyof OwnServiceDraft;
  return { field, found: typed[field] ?? '', rule: ruleOf(message) };
}

/** What is stored, without what does not fit, and each id once. */
export function parseOwnServices(stored: unknown): OwnService[] {
  if (!Array.isArray(stored)) return [];
  const fitting = stored.filter((one) => v.is(OwnServiceSchema, one));
  const isFirst = ({ id }: OwnService, index: number) =>
    fitting.findIndex((one) => one.id === id) === index;
  return fitting.filter(isFirst).slice(0, mostOwnServices);
}

/** @throws Error where there are as many as there may be */
export function withOwnService(
  before: readonly OwnService[],
  draft: OwnServiceDraft,
  key: string,
): OwnService[] {
  if (before.length < mostOwnServices) {
    return [...before, { id: `${ownServicePrefix}${key}`, ...draft }];
  }
  throw new Error(`own services: found ${before.length}, allowed: at most ${mostOwnServices}`);
}

function ruleOf(message: string): OwnServiceRule {
  const rules = Object.keys(ownServiceRules) as OwnServiceRule[];
  return rules.find((rule) => ownServiceRules[rule] === message) ?? 'address';
}

function hasNoCredentials({ username, password }: URL): boolean {
  return username === '' && password === '';
}
