import type { Control, Target } from '../../catalog/schema.ts';
import { showsWay } from '../../diagnose/network/only-services.ts';
import type { Attempt } from '../../model/attempt.ts';
import { isOwnService } from '../../model/own-service.ts';
import { startOfAttempt } from '../../observe/attempt-times.ts';
import { anyOf } from '../any-of.ts';
import { attemptsOf, isGivenUp, isLate, type OpenRound } from '../phases.ts';
import type { RoundLog } from '../round-log.ts';
import { recheckTarget } from '../service/probe-target.ts';
import type { Timeouts } from '../timeouts.ts';
import { type AskControls, type ControlOptions, controlAsker } from './controls.ts';
import { sitesLeft, witnessesOf } from './foreign-sites.ts';
import { recordGate } from './record-gate.ts';

/** Checks again whether the controls pass, in the middle and at the end of a round. */
export interface Gatekeeper {
  /** Whether a gate passed that began after this call. */
  passesNow(): Promise<boolean>;
  /** The same; where it did not pass, after a pause those that follow it, up to a limit. */
  passesInTime(): Promise<boolean>;
}

const pauseMs = 3_000;
/** Sites asked once more where others are left out. */
const othersAtOnce = 3;

/** One gate at a time: a call during a gate shares the next one. */
export function createGatekeeper(round: OpenRound): Gatekeeper {
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<boolean> | undefined;

  function passesNow(): Promise<boolean> {
    if (next === undefined) {
      const gate = current.then(() => {
        next = undefined;
        return checkGate(round);
      });
      next = gate;
      // The end of a cancelled round is handled elsewhere; here it must not block the next gate.
      current = gate.catch(() => undefined);
    }
    return next;
  }

  return {
    passesNow,
    async passesInTime() {
      while (!(await passesNow())) {
        if (isLate(round)) return false;
        await round.clock.wait(pauseMs);
      }
      return true;
    },
  };
}

async function checkGate(round: OpenRound): Promise<boolean> {
  if (isGivenUp(round)) return false;
  const startedAt = round.clock.now();
  const passed = await isOpen(round);
  await recordGate(round, startedAt, passed);
  return passed;
}

function isOpen(round: OpenRound): Promise<boolean> {
  const { timeouts, network } = round.opening;
  const askAll = controlAsker(round, timeouts);
  if (network.state === 'allowlist') {
    const domestic = domesticAnswered(round);
    return domestic.length > 0 ? askAgain(round, domestic, askAll) : askServices(round);
  }
  const hasFailed = round.log.record.gates.at(-1)?.passed === false;
  return hasFailed ? askOthers(round) : askFresh(round);
}

function askAnswered(round: OpenRound): Promise<boolean> {
  return askAgain(round, foreignAsked(round).answered, newAsker(round, round.opening.timeouts));
}

/** Asks a site that was not asked yet, as it needs a new lookup and a new connection; others where it is silent or fails. */
async function askFresh(round: OpenRound): Promise<boolean> {
  const [first] = sitesLeft(round);
  if (first === undefined) return askAnswered(round);
  const { target, aside } = round.opening.timeouts;
  // It need not be waited for as long as those that decide.
  const answers = opensAnew(round, first, { control: target });
  if (!(await round.clock.outlasts(answers, aside)) && (await answers)) return true;
  return sitesLeft(round).length > 0
    ? askOthers(round, { asked: first, answers })
    : anyOf([answers, askAnswered(round)]);
}

/**
 * Asks all operators at once that were not asked yet, as several may be out of order; else those that were silent;
 * and others, which count only over a new connection. Once one has answered, the silence of others is not waited for.
 * @param last what was asked just before
 */
async function askOthers(
  round: OpenRound,
  last?: { asked: Control; answers: Promise<boolean> },
): Promise<boolean> {
  const { catalog, opening } = round;
  const { timeouts } = opening;
  let isOver = false;
  const patience = { soloMs: timeouts.aside, onSilent: () => !isOver };
  const askFreshly = foreignAsker(round, timeouts, { patience, freshly: true });
  const { answered, silent } = foreignAsked(round);
  const left = sitesLeft(round);
  const others = silent.filter((one) => one !== last?.asked);
  const asked = [...left, ...others.slice(0, Math.max(0, othersAtOnce - left.length))];
  // Where they fail, a portal may have appeared.
  const portals = catalog.controls.filter(({ group, pulse }) => group === 'portal' && pulse);
  const greeted = controlAsker(round, timeouts)(portals);
  const hasPassed = await anyOf([
    ...(last ? [last.answers] : []),
    ...asked.map((one) => opensAnew(round, one, timeouts, { patience })),
    ...answered
      .slice(0, othersAtOnce)
      .map((one) => passes(askFreshly, one, ({ reusedConnection }) => reusedConnection === false)),
    greeted.then(() => false),
  ]);
  isOver = true;
  if (hasPassed || knowsBetter(round, [...asked, ...(last ? [last.asked] : [])])) return hasPassed;
  return (await greeted).some(({ ok }) => ok) && askAnswered(round);
}

/**
 * Whether it shows something that none of some sites answered: one of them did here of late, or sites that answered in this
 * round did not over a new connection, either.
 */
function knowsBetter(round: OpenRound, sites: readonly Control[]): boolean {
  const { answeredControls = [] } = round.log.record.plan;
  const opensNew = foreignAsked(round).answered.some(({ url }) => round.asker.mayAskFreshly(url));
  return opensNew || sites.some(({ id }) => answeredControls.includes(id));
}

/** Whether a site answers; over a connection from before the round that shows nothing, where the browser allows others. */
async function opensAnew(
  round: OpenRound,
  site: Control,
  timeouts: Pick<Timeouts, 'control'>,
  options: ControlOptions = {},
): Promise<boolean> {
  const ask = newAsker(round, timeouts, options);
  const [answer] = await ask([site]);
  return usesOld(round, site) ? passes(ask, site) : answer?.ok === true;
}

/**
 * An answer that leads where services are led is none of the site's own: somebody between has begun to answer for all. Sites
 * at home may lead where services at home do.
 */
function foreignAsker(
  round: OpenRound,
  timeouts: Pick<Timeouts, 'control'>,
  options: ControlOptions = {},
): AskControls {
  const ask = controlAsker(round, timeouts, options);
  return async (sites) => {
    const answers = await ask(sites);
    const leads = leadsOfServices(round);
    return answers.map((one) => ({ ...one, ok: one.ok && !leads.has(one.elsewhere ?? '') }));
  };
}

function leadsOfServices(round: OpenRound): Set<string> {
  const targets = round.catalog.services.flatMap((service) => service.targets);
  const seen = targets.flatMap((target) => attemptsOf(round, target));
  return new Set(seen.flatMap(({ elsewhere }) => elsewhere ?? []));
}

/** Asks each site over another connection than the one from before the round that the browser is known to use for it. */
function newAsker(
  round: OpenRound,
  timeouts: Pick<Timeouts, 'control'>,
  options: ControlOptions = {},
): AskControls {
  return async (sites) => {
    const asked = sites.map((site) =>
      foreignAsker(round, timeouts, { ...options, freshly: usesOld(round, site) })([site]),
    );
    return (await Promise.all(asked)).flat();
  };
}

function usesOld({ asker }: OpenRound, { url }: Control): boolean {
  return asker.usesOldConnection(url);
}

async function passes(
  ask: AskControls,
  control: Control,
  counts: (attempt: Attempt) => boolean = () => true,
): Promise<boolean> {
  return (await ask([control])).some((one) => one.ok && counts(one));
}

/**
 * Asks sites that answered before: the one that rested longest, and others where it fails. Between two handshakes
 * with one host lies a second, so taking turns takes less time.
 */
async function askAgain(
  { log }: OpenRound,
  sites: readonly Control[],
  askAll: AskControls,
): Promise<boolean> {
  const [first, ...others] = sites.toSorted(
    (one, other) => lastAsked(log, one) - lastAsked(log, other),
  );
  if (first === undefined) return false;
  const [answer] = await askAll([first]);
  if (answer?.ok === true) return true;
  return (await askAll([first, ...others.slice(0, othersAtOnce)])).some((one) => one.ok);
}

/** Where single services alone open, they show that the line lives: the one that rested longest, then others. */
async function askServices(round: OpenRound): Promise<boolean> {
  const opened = round.catalog.services
    .filter((service) => !isOwnService(service))
    .flatMap(({ sentinel, targets }) => targets.filter(({ id }) => id === sentinel))
    .filter((target) => showsWay(target, attemptsOf(round, target)));
  const sorted = opened.toSorted((one, other) => lastTried(round, one) - lastTried(round, other));
  for (const target of sorted.slice(0, othersAtOnce)) {
    const options = { purpose: 'control', timeoutMs: round.opening.timeouts.target } as const;
    await recheckTarget(round, target, options);
    if (attemptsOf(round, target).at(-1)?.ok === true) return true;
  }
  return false;
}

/** Milliseconds since the epoch. */
function lastTried(round: OpenRound, target: Target): number {
  return Math.max(0, ...attemptsOf(round, target).map(startOfAttempt));
}

/** The foreign sites that this round has asked. */
function foreignAsked(round: OpenRound): { answered: Control[]; silent: Control[] } {
  const { catalog, log } = round;
  const seen = [...catalog.controls, ...witnessesOf(round)].filter(
    ({ id, group }) => group === 'foreign' && log.record.controls.has(id),
  );
  const answered = seen.filter(({ id }) => log.record.controls.get(id)?.some(({ ok }) => ok));
  return { answered, silent: seen.filter((one) => !answered.includes(one)) };
}

/** The domestic controls that answered in this round: one that is not on the list is silent at every gate. */
function domesticAnswered({ catalog, log }: OpenRound): Control[] {
  return catalog.controls.filter(
    ({ id, group }) =>
      group === 'domestic' && log.record.controls.get(id)?.some(({ ok }) => ok) === true,
  );
}

/** Milliseconds since the epoch; 0 where it was not asked. */
function lastAsked({ record }: RoundLog, { id }: Control): number {
  return Math.max(0, ...(record.controls.get(id) ?? []).map(startOfAttempt));
}
