import { allControls } from '../../catalog/all-controls.ts';
import type { CallControl } from '../../catalog/schema.ts';
import type { CallExit } from '../../model/route.ts';
import type { StunObservation } from '../../observe/stun.ts';
import { note, type RoundContext } from '../context.ts';

/** STUN servers answer in one round trip; the browser repeats a question half a second later, and on. */
const timeoutMs = 5_000;
/**
 * Between the last handshake with a network and the first STUN packet to it: filters that look for calls
 * and tunnels weigh UDP and TLS of the same moments together.
 */
const quietMs = 1_000;
const priority = 0;

/**
 * Asks the controls of the way that calls take when everything else is done: the first, whose network has
 * mostly been quiet for long, and the others only where it is silent. Answers whether calls leave from
 * where pages do, where the person wants that compared.
 */
export async function checkCalls(context: RoundContext): Promise<CallExit> {
  const [first, ...others] = context.catalog.callControls.filter(
    (control) => !context.record.controls.has(control.id),
  );
  if (first === undefined) return 'unknown';
  const exits = await context.exits.promise;
  await context.tools.wait(quietLeftMs(context, first), context.signal);
  const seen = await askControl(context, first, exits);
  if (seen.attempt.ok) return seen.callExit;
  await context.tools.wait(quietMs, context.signal);
  const more = await Promise.all(others.map((control) => askControl(context, control, exits)));
  return more.map(({ callExit }) => callExit).find((one) => one !== 'unknown') ?? 'unknown';
}

/** How much is left of the quiet after the operator's own sites were asked, in milliseconds. */
function quietLeftMs({ catalog, record, tools }: RoundContext, { operator }: CallControl): number {
  const ends = allControls(catalog)
    .filter((control) => control.operator === operator)
    .flatMap(({ id }) => record.controls.get(id) ?? [])
    .map((attempt) => Date.parse(attempt.startedAt) + (attempt.totalMs ?? 0));
  return Math.max(0, Math.max(0, ...ends) + quietMs - tools.now().getTime());
}

async function askControl(
  context: RoundContext,
  { id, url, group }: CallControl,
  exits: readonly string[],
): Promise<StunObservation> {
  const { limits, probeStun } = context.tools;
  const request = {
    url,
    timeoutMs,
    // Foreign sites saw them: where traffic is split, domestic servers see another address.
    exits: group === 'calls-foreign' ? exits : [],
    signal: context.signal,
  };
  const seen = await limits.run({ host: url, priority }, () => probeStun(request));
  await note(context, { kind: 'control', control: id, attempt: { n: 1, ...seen.attempt } });
  return seen;
}
