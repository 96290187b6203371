import { allControls } from '../catalog/all-controls.ts';
import type { CallControl } from '../catalog/schema.ts';
import { note, type RoundContext } from './context.ts';

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
 * mostly been quiet for long, and the others only where it is silent.
 */
export async function checkCalls(context: RoundContext): Promise<void> {
  const [first, ...others] = context.catalog.callControls.filter(
    (control) => !context.record.controls.has(control.id),
  );
  if (first === undefined) return;
  await context.tools.wait(quietLeftMs(context, first), context.signal);
  if (await isOpen(context, first)) return;
  await context.tools.wait(quietMs, context.signal);
  await Promise.all(others.map((control) => isOpen(context, control)));
}

/** How much is left of the quiet after the operator's own sites were asked, in milliseconds. */
function quietLeftMs({ catalog, record, tools }: RoundContext, { operator }: CallControl): number {
  const ends = allControls(catalog)
    .filter((control) => control.operator === operator)
    .flatMap(({ id }) => record.controls.get(id) ?? [])
    .map((attempt) => Date.parse(attempt.startedAt) + (attempt.totalMs ?? 0));
  return Math.max(0, Math.max(0, ...ends) + quietMs - tools.now().getTime());
}

async function isOpen(context: RoundContext, { id, url }: CallControl): Promise<boolean> {
  const { limits, probeStun } = context.tools;
  const seen = await limits.run({ host: url, priority }, () =>
    probeStun({ url, timeoutMs, signal: context.signal }),
  );
  await note(context, { kind: 'control', control: id, attempt: { n: 1, ...seen } });
  return seen.ok;
}
