import * as v from 'valibot';
import { noteProblem, noteRule } from '../model/note.ts';
import { ownServicePrefix } from '../model/own-service.ts';
import { routingFields } from '../routing/settings.ts';
import { alertFields } from '../settings/alert-settings.ts';
import { changeableSettings } from '../settings/check-settings.ts';
import { isMoment } from '../settings/moment.ts';
import { ownServiceFields } from '../settings/own-services.ts';
import { isShownName, shownValue, UploadDraftSchema } from '../settings/upload.ts';

/** The schema of a request to start a round: null for all services, or some of `serviceIds`. */
export function startRoundRequest(serviceIds: readonly string[]) {
  const list = 'null or a list of service ids';
  const id = v.picklist(serviceIds, serviceIds.join(', '));
  const ids = v.pipe(v.array(id, list), v.minLength(1, list));
  return v.object({ services: v.nullable(ids) }, list);
}

const trueOrFalse = 'true or false';

export const agreeRequest = v.object({ check: v.boolean(trueOrFalse) }, trueOrFalse);

/** The settings of checks that are on or off, each of which may be left out. */
export const switches = {
  onNetworkChange: v.exactOptional(changeableSettings.onNetworkChange),
  watchRoute: v.exactOptional(changeableSettings.watchRoute),
  askThroughDetour: v.exactOptional(changeableSettings.askThroughDetour),
  notWhileSavingData: v.exactOptional(changeableSettings.notWhileSavingData),
  notOnCellular: v.exactOptional(changeableSettings.notOnCellular),
  discreet: v.exactOptional(changeableSettings.discreet),
};

/** The schema of a request to change settings of checks; services are some of `serviceIds`. */
export function changeRequest(serviceIds: readonly string[]) {
  const id = serviceId(serviceIds);
  const entries = {
    everyMinutes: v.exactOptional(changeableSettings.everyMinutes),
    pausedUntil: v.exactOptional(changeableSettings.pausedUntil),
    services: v.exactOptional(servicesRequest(serviceIds)),
    ...switches,
    keptDays: v.exactOptional(changeableSettings.keptDays),
    order: v.exactOptional(v.array(id, 'a list of service ids')),
    theme: v.exactOptional(changeableSettings.theme),
  };
  return v.strictObject(entries, Object.keys(entries).join(', '));
}

const routingEntries = {
  showRouting: v.exactOptional(routingFields.showRouting),
  recordExit: v.exactOptional(routingFields.recordExit),
  homeCountry: v.exactOptional(routingFields.homeCountry),
  compareCalls: v.exactOptional(routingFields.compareCalls),
  askCalls: v.exactOptional(routingFields.askCalls),
  askDomesticCalls: v.exactOptional(routingFields.askDomesticCalls),
};

/** The schema of a request to change settings of the route. */
export const changeRoutingRequest = v.strictObject(
  routingEntries,
  Object.keys(routingEntries).join(', '),
);

/** The schema of a request to change settings of alerts; services are some of `serviceIds`. */
export function changeAlertsRequest(serviceIds: readonly string[]) {
  const entries = {
    isOn: v.exactOptional(alertFields.isOn),
    showsNames: v.exactOptional(alertFields.showsNames),
    hasQuietHours: v.exactOptional(alertFields.hasQuietHours),
    quietFrom: v.exactOptional(alertFields.quietFrom),
    quietTo: v.exactOptional(alertFields.quietTo),
    pausedUntil: v.exactOptional(alertFields.pausedUntil),
    services: v.exactOptional(servicesRequest(serviceIds)),
  };
  return v.strictObject(entries, Object.keys(entries).join(', '));
}

function serviceId(serviceIds: readonly string[]) {
  return v.picklist(serviceIds, serviceIds.join(', '));
}

const services = 'an object of service ids';
// A record takes lists, too, and the places in them as keys.
const noList = v.custom<Record<string, unknown>>((found) => !Array.isArray(found), services);

export function servicesRequest(serviceIds: readonly string[]) {
  return v.pipe(noList, v.record(serviceId(serviceIds), v.boolean(trueOrFalse), services));
}

const uuid = 'a UUID';

/** The schema of a request to turn an upload on, or off with null. */
export const uploadRequest = v.strictObject(
  {
    upload: v.nullable(UploadDraftSchema),
    instance: v.exactOptional(v.pipe(v.string(uuid), v.uuid(uuid))),
  },
  'upload, instance',
);

const waiting = 'null or a number of milliseconds';

/** The schema of what the page that sends says once it is done. */
export const uploadEndedRequest = v.strictObject(
  { againInMs: v.nullable(v.pipe(v.number(waiting), v.minValue(0, waiting))) },
  'againInMs',
);

/** The schema of a request to add a service. */
export const addServiceRequest = v.strictObject(ownServiceFields, 'name, url, contains');

/** The schema of a request to ask a site once. */
export const tryServiceRequest = v.strictObject(
  { url: ownServiceFields.url, contains: ownServiceFields.contains },
  'url, contains',
);

const ownServiceId = 'the id of a service that the person added';

export const removeServiceRequest = v.strictObject(
  { id: v.pipe(v.string(ownServiceId), v.startsWith(ownServicePrefix, ownServiceId)) },
  ownServiceId,
);

const catalogText = 'the text of a catalogue file';

export const catalogRequest = v.strictObject({ text: v.string(catalogText) }, catalogText);
const setAside = 'the name of a database that was set aside';

/** The schema of a request to delete a history that was set aside. */
export const deleteSetAsideRequest = v.strictObject({ database: v.string(setAside) }, setAside);

const builtHistory = 'database, key, end and settings of a history that a page has built';
const itemOf = v.looseObject({}, builtHistory);

/** The schema of a request to switch to another history. What settings hold is read like what is stored. */
export const switchRequest = v.strictObject(
  {
    database: v.pipe(v.string(builtHistory), v.regex(/^dozvon-[0-9a-f-]{36}$/, builtHistory)),
    key: v.pipe(v.string(builtHistory), v.regex(/^[\w+/]{43}=$/, builtHistory)),
    end: v.strictObject(
      { number: v.number(builtHistory), mark: v.string(builtHistory) },
      builtHistory,
    ),
    settings: v.nullable(
      v.strictObject(
        {
          checks: itemOf,
          routing: itemOf,
          alerts: v.exactOptional(itemOf),
          ownServices: v.array(itemOf, builtHistory),
          catalogFile: v.exactOptional(v.nullable(v.string(builtHistory))),
          language: v.nullable(v.string(builtHistory)),
        },
        builtHistory,
      ),
    ),
  },
  builtHistory,
);

const roundId = 'the id of a round';

/** The schema of a request for one round. */
export const roundRequest = v.object({ id: v.string(roundId) }, roundId);

/** The schema of a time as backups read it. */
function momentOf(allowed: string) {
  return v.pipe(v.string(allowed), v.check(isMoment, allowed));
}

const moment = 'a time in ISO 8601 UTC, or null';
const serviceList = 'a list of service ids, or null';

/** The schema of a request for a stretch of the history. */
export const stretchRequest = v.strictObject(
  {
    after: v.nullable(v.number('a number of a round, or null')),
    from: v.nullable(momentOf(moment)),
    to: v.nullable(momentOf(moment)),
    services: v.nullable(v.array(v.string(serviceList), serviceList)),
  },
  'after, from, to, services',
);

const time = 'a time in ISO 8601 UTC';
const noteId = 'the id of a note';
const noteIds = 'a list of ids of notes';

/** The schema of a request to save a note. */
export const saveNoteRequest = v.strictObject(
  {
    id: v.pipe(v.string(noteId), v.minLength(1, noteId)),
    at: momentOf(time),
    text: v.pipe(
      v.string(noteRule),
      v.trim(),
      v.check((text) => noteProblem(text) === null, noteRule),
    ),
    instead: v.array(v.string(noteIds), noteIds),
  },
  'id, at, text, instead',
);

/** The schema of a request to delete a note. */
export const deleteNoteRequest = v.strictObject({ id: v.string(noteId) }, noteId);

const parts = 'rounds, from and to, service';
const someIds = 'a list of ids of rounds';

/** The schema of a request to delete a part of the history, by the fields that it has. */
export function deletePartRequest(request: unknown) {
  const fields: { to?: unknown } = Object(request);
  if ('rounds' in fields) {
    const ids = v.pipe(v.array(v.string(roundId), someIds), v.minLength(1, someIds));
    return v.strictObject({ rounds: ids }, parts);
  }
  if ('service' in fields)
    return v.strictObject({ service: v.string('the id of a service') }, parts);
  const beginsBefore = (from: string) => !(Date.parse(from) >= Date.parse(String(fields.to)));
  const from = v.pipe(momentOf(time), v.check(beginsBefore, `${time}, before to`));
  return v.strictObject({ from, to: momentOf(time) }, parts);
}

type RequestSchema =
  | v.ObjectSchema<v.ObjectEntries, string>
  | v.StrictObjectSchema<v.ObjectEntries, string>;

/**
 * Validates a message of any type; one that is not an object counts as one without fields, and fits no schema. The
 * schema's error messages say what is allowed.
 * @throws Error that names the field, the value found and the values allowed
 */
export function readRequest<const Schema extends RequestSchema>(
  schema: Schema,
  found: unknown,
): v.InferOutput<Schema> {
  const isObject = typeof found === 'object' && found !== null && !Array.isArray(found);
  const request = isObject ? found : {};
  const result = v.safeParse(schema, request, { abortEarly: true });
  if (result.success) {
    if (isObject) return result.output;
    throw unfit(['message'], found, schema.message);
  }
  const [{ path = [], input, type, message }] = result.issues;
  const names = path.map(({ key }) => String(key));
  const last = path.at(-1);
  // What was sent, which a schema may have trimmed or completed since.
  if (last?.origin !== 'key') throw unfit(names, last?.value, message);
  // What is missing: its own schema says what it allows.
  if (input === undefined) return readRequest(schema, withEmpty(request, names));
  // A field of another name, or a name in a record.
  throw unfit(type === 'strict_object' ? names : names.slice(0, -1), input, message);
}

function unfit(names: readonly string[], found: unknown, allowed: string): Error {
  const hidden = names[0] === 'upload' ? names.findIndex((name) => !isShownName(name)) : -1;
  const field = (hidden < 0 ? names : names.slice(0, hidden)).join('.');
  return new Error(`${field}: found ${shownValue(field, found)}, allowed: ${allowed}`);
}

/** A copy that has a missing field, with nothing in it. */
function withEmpty(request: object, names: readonly string[]): object {
  const copy = structuredClone(request);
  const part = names
    .slice(0, -1)
    .reduce<Parts>((whole, name) => whole[name] as Parts, copy as Parts);
  part[names.at(-1) ?? ''] = undefined;
  return copy;
}

type Parts = Record<string, unknown>;
