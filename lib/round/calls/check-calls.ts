import { allControls } from '../../catalog/all-controls.ts';
import type { CallControl } from '../../catalog/schema.ts';
import type { CallExit } from '../../model/route.ts';
import type { StunObservation } from '../../observe/stun.ts';
import type { OpenRound } from '../phases.ts';
import { logOfControl } from '../round-log.ts';

/** STUN servers answer in one round trip; the browser repeats a request after half a second, and on. */
const timeoutMs = 5_000;
/**
 * Between the last handshake with a network and the first STUN packet to it: filters that look for calls
 * and tunnels weigh UDP and TLS of the same moments together.
 */
const quietMs = 1_000;

/**
 * Asks the call controls once everything else is done: the first, whose network has usually been quiet for
 * long, and the others only where it is silent. Returns whether calls leave from where pages do.
 * @param exits addresses that foreign sites saw, for that comparison alone; empty where it is not wanted
 */
export async function checkCalls(
  round: OpenRound,
  exits: Promise<readonly string[]>,
): Promise<CallExit> {
  const { catalog, clock, log } = round;
  const [first, ...others] = catalog.callControls.filter(
    (control) => !log.record.controls.has(control.id),
  );
  if (first === undefined) return 'unknown';
  const seenExits = await exits;
  await clock.wait(quietLeftMs(round, first));
  const seen = await askControl(round, first, seenExits);
  if (seen.attempt.ok) return seen.callExit;
  await clock.wait(quietMs);
  const more = await Promise.all(others.map((control) => askControl(round, control, seenExits)));
  return more.map(({ callExit }) => callExit).find((one) => one !== 'unknown') ?? 'unknown';
}

/** What is left of the quiet after requests to the operator's own sites, in milliseconds. */
function quietLeftMs({ catalog, clock, log }: OpenRound, { operator }: CallControl): number {
  const ends = allControls(catalog)
    .filter((control) => control.operator === operator)
    .flatMap(({ id }) => log.record.controls.get(id) ?? [])
    .map((attempt) => Date.parse(attempt.startedAt) + (attempt.totalMs ?? 0));
  return Math.max(0, Math.max(0, ...ends) + quietMs - clock.now().getTime());
}

async function askControl(
  { asker, log }: OpenRound,
  { id, url, group }: CallControl,
  exits: readonly string[],
): Promise<StunObservation> {
  const seen = await asker.askStun({
    purpose: 'calls',
    url,
    timeoutMs,
    // Foreign sites saw them: on a split route, domestic servers see another address.
    exits: group === 'calls-foreign' ? exits : [],
  });
  await asker.attempt(logOfControl(log, id), async () => seen.attempt);
  return seen;
}
