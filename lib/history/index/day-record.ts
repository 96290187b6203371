import type { RoleSummary, RoundSummary, ServiceSummary } from '../rollup/summary.ts';
import type { Seal, Sealed } from '../seal.ts';
import type { DayRecord } from './records.ts';

/** A day as it lies on the disk: most of its rounds look alike, so each look of a service is there once. */
export interface PackedDay extends Pick<DayRecord, 'day'> {
  looks: Look[];
  rounds: PackedRound[];
}

/** What a round saw of a service, but for the times. */
interface Look extends Omit<ServiceSummary, 'roles'> {
  roles: Omit<RoleSummary, 'times'>[];
}

interface PackedRound extends Omit<RoundSummary, 'services'> {
  /** Of each service its look, and the times of each of its roles. */
  services: [look: number, ...times: number[][]][];
}

/** By the browser's streams: a pulse compresses nothing else, for which the worker's own code would be made ready. */
export async function closeDay(seal: Seal, day: DayRecord): Promise<Sealed> {
  return seal.closeBytes(await seal.streams.pack(packDay(day)));
}

/** Undefined where the record is under another key, or damaged. */
export async function openDay(seal: Seal, sealed: Sealed): Promise<DayRecord | undefined> {
  const packed = await seal.openBytes(sealed);
  const record = packed && (await seal.streams.unpack(packed).catch(() => undefined));
  return record === undefined ? undefined : unpackDay(record as PackedDay | DayRecord);
}

export function packDay({ day, rounds }: DayRecord): PackedDay {
  const looks: Look[] = [];
  const places = new Map<string, number>();
  const placeOf = (look: Look) => {
    const key = JSON.stringify(look);
    const place = places.get(key) ?? looks.push(look) - 1;
    places.set(key, place);
    return place;
  };
  return {
    day,
    looks,
    rounds: rounds.map(({ services, ...round }) => ({
      ...round,
      services: services.map(({ roles, ...service }) => {
        const seen = roles.map(({ times: _times, ...role }) => role);
        return [placeOf({ ...service, roles: seen }), ...roles.map(({ times }) => times)];
      }),
    })),
  };
}

/** @param record packed, or as indexes before version 5 had it */
export function unpackDay(record: PackedDay | DayRecord): DayRecord {
  if (!('looks' in record)) return record;
  const { day, looks, rounds } = record;
  return {
    day,
    rounds: rounds.map(({ services, ...round }) => ({
      ...round,
      services: services.flatMap(([place, ...times]) => serviceOf(looks[place], times)),
    })),
  };
}

function serviceOf(look: Look | undefined, times: readonly number[][]): ServiceSummary[] {
  if (look === undefined) return [];
  const roles = look.roles.map((role, index) => ({ ...role, times: times[index] ?? [] }));
  return [{ ...look, roles }];
}
