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
/** Echoes asked in a round at most; one of them is kept for a domestic one. */
const mostEchoes = 6;

/** The echo services asked so far, and what those that answered say. */
export interface EchoAnswers {
  asked: readonly Echo[];
  readings: readonly EchoReading[];
}

/** Asks foreign echo services where traffic comes from, until the exit is clear. */
export async function askForeignEchoes(
  round: OpenRound,
  before: readonly LandmarkHealth[],
): Promise<EchoAnswers> {
  const alive = aliveEchoes(round, before, 'foreign');
  const seen = await askMore(round, alive.slice(0, firstEchoes.foreign), {
    asked: [],
    readings: [],
  });
  if (!needsForeign(seen.readings)) return seen;
  return askMore(round, alive.slice(firstEchoes.foreign, mostEchoes - firstEchoes.domestic), seen);
}

/** Asks domestic ones too, until one is comparable with the foreign ones. */
export async function addDomesticEchoes(
  round: OpenRound,
  before: readonly LandmarkHealth[],
  foreign: EchoAnswers,
): Promise<EchoAnswers> {
  const alive = aliveEchoes(round, before, 'domestic');
  const seen = await askMore(round, alive.slice(0, firstEchoes.domestic), foreign);
  if (!needsDomestic(seen.readings)) return seen;
  const most = firstEchoes.domestic + mostEchoes - seen.asked.length;
  return askMore(round, alive.slice(firstEchoes.domestic, most), seen);
}

/**
 * Asks one foreign echo service that has answered before, or the first where none has; where it is silent, another, as it
 * decides whether hosts of the home country are asked.
 */
export async function askOneEcho(
  round: OpenRound,
  before: readonly LandmarkHealth[],
): Promise<EchoAnswers> {
  const alive = aliveEchoes(round, before, 'foreign').filter(
    ({ reads }) => reads.country !== undefined,
  );
  const well = new Set(before.filter(isWell).map(({ id }) => id));
  const first = alive.find(({ id }) => well.has(id)) ?? alive[0];
  const seen = await askMore(round, first === undefined ? [] : [first], {
    asked: [],
    readings: [],
  });
  if (seen.readings.length > 0) return seen;
  const other = alive.find((one) => one !== first);
  return askMore(round, other === undefined ? [] : [other], seen);
}

/** Whether an echo service answered when rounds last asked it. */
export function isWell({ answered, silentRounds }: LandmarkHealth): boolean {
  return answered && silentRounds === 0;
}

/** Which of the echo services answered. */
export function outcomesOf({ asked, readings }: EchoAnswers): LandmarkOutcomes {
  return echoOutcomes(asked, new Set(readings.map(({ id }) => id)));
}

function aliveEchoes(
  { catalog }: OpenRound,
  before: readonly LandmarkHealth[],
  wanted: Echo['group'],
): Echo[] {
  return liveLandmarks(catalog.echoes, before).filter(({ group }) => group === wanted);
}

async function askMore(
  round: OpenRound,
  echoes: readonly Echo[],
  before: EchoAnswers,
): Promise<EchoAnswers> {
  return {
    asked: [...before.asked, ...echoes],
    readings: [...before.readings, ...(await readEchoes(round, echoes))],
  };
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
