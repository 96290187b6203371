import type { Echo } from '../../catalog/schema.ts';
import { exitOf } from '../../routing/exit.ts';
import {
  echoOutcomes,
  type LandmarkHealth,
  type LandmarkOutcomes,
  liveLandmarks,
} from '../../routing/health.ts';
import type { EchoAnswer } from '../../routing/observation.ts';
import { type EchoReading, readEcho } from '../../routing/read-echo.ts';
import type { OpenRound } from '../phases.ts';
import { askSite } from './ask-site.ts';

/** Asked at once; more only where these leave the exit unclear. */
const firstEchoes = { foreign: 2, domestic: 1 };
/** Echoes asked in a round at most. */
const mostEchoes = 6;

/** Asks echo services where traffic comes from, until the exit is clear. */
export async function askEchoes(
  round: OpenRound,
  before: readonly LandmarkHealth[],
): Promise<{ readings: EchoReading[]; echoes: LandmarkOutcomes }> {
  const alive = liveLandmarks(round.catalog.echoes, before);
  const foreign = alive.filter(({ group }) => group === 'foreign');
  const domestic = alive.filter(({ group }) => group === 'domestic');
  const first = [
    ...foreign.slice(0, firstEchoes.foreign),
    ...domestic.slice(0, firstEchoes.domestic),
  ];
  const readings = await readEchoes(round, first);
  const more = [
    ...(needsForeign(readings) ? foreign.slice(firstEchoes.foreign) : []),
    ...(needsDomestic(readings) ? domestic.slice(firstEchoes.domestic) : []),
  ].slice(0, mostEchoes - first.length);
  readings.push(...(await readEchoes(round, more)));
  const answered = new Set(readings.map(({ id }) => id));
  return { readings, echoes: echoOutcomes([...first, ...more], answered) };
}

/** The readings of those that answered. */
export async function readEchoes(
  round: OpenRound,
  echoes: readonly Echo[],
): Promise<EchoReading[]> {
  const { networks } = round.catalog;
  const read = await Promise.all(
    echoes.map(async (echo) => {
      const seen = await askSite(round, echo.url, 'GET');
      return seen?.httpStatus === 200 ? readEcho(echo, seen.body, networks) : null;
    }),
  );
  return read.filter((one) => one !== null);
}

/** Numbers the exits in place of their addresses. */
export function withoutAddresses(readings: readonly EchoReading[]): EchoAnswer[] {
  const known = [...new Set(readings.map(({ address }) => address))];
  return readings.map(({ address, ...reading }) => ({ ...reading, exit: known.indexOf(address) }));
}

function needsForeign(readings: readonly EchoReading[]): boolean {
  const { country, tunnel, network } = exitOf(withoutAddresses(readings));
  return country === null || tunnel === null || network === null;
}

function needsDomestic(readings: readonly EchoReading[]): boolean {
  const familyOf = (wanted: EchoReading['group']) =>
    readings.filter(({ group }) => group === wanted).map(({ family }) => family);
  return !familyOf('domestic').some((family) => familyOf('foreign').includes(family));
}
