import { allControls } from '../../catalog/all-controls.ts';
import type { CallControl } from '../../catalog/schema.ts';
import type { CallExit } from '../../model/route.ts';
import type { StunObservation } from '../../observe/stun.ts';
import type { OpenRound } from '../phases.ts';
import { logOfControl } from '../round-log.ts';
import type { CallServers } from '../round-tools.ts';

/** STUN servers answer in one round trip; the browser repeats a request after half a second, and on. States wait for it. */
const timeoutMs = 3_000;
/**
 * Between the last handshake with a network and the first STUN packet to it: filters that look for calls
 * and tunnels weigh UDP and TLS of the same moments together.
 */
const quietMs = 1_000;

export interface CallsCheck {
  servers: CallServers;
  /** Addresses that foreign sites saw, for a comparison alone; empty where it is not wanted. */
  exits: Promise<readonly string[]>;
}

/**
 * Asks the call controls once everything else is done: the first, whose network has usually been quiet for
 * long, and the others only where it is silent. Returns whether calls leave from where pages do.
 */
export async function checkCalls(
  round: OpenRound,
  { servers, exits }: CallsCheck,
): Promise<CallExit> {
  const { clock } = round;
  const [first, ...others] = controlsLeft(round, servers);
  if (first === undefined) return 'unknown';
  const seenExits = await exits;
  await clock.wait(quietLeftMs(round, first));
  const seen = await askControl(round, first, seenExits);
  if (seen.attempt.ok) return seen.callExit;
  await clock.wait(quietMs);
  const more = await Promise.all(others.map((control) => askControl(round, control, seenExits)));
  return more.map(({ callExit }) => callExit).find((one) => one !== 'unknown') ?? 'unknown';
}

/** Call controls that may be asked, without those asked before a worker died. */
function controlsLeft({ catalog, log }: OpenRound, servers: CallServers): CallControl[] {
  const unasked = catalog.callControls.filter(({ id }) => !log.record.controls.has(id));
  switch (servers) {
    case 'none':
      return [];
    case 'foreign':
      return unasked.filter(({ group }) => group === 'calls-foreign');
    case 'all':
      return unasked;
    default:
      return servers satisfies never;
  }
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
