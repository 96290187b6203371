import { note, type RoundContext } from './context.ts';

/** STUN servers answer in one round trip; the browser repeats a question half a second later, and on. */
const timeoutMs = 5_000;
/**
 * Between the last handshake of a round and the first STUN packet: filters that look for calls and
 * tunnels weigh UDP and TLS of the same moments together.
 */
const quietMs = 1_000;
const priority = 0;

/** Asks the controls of the way that calls take, each once, when everything else is done. */
export async function checkCalls(context: RoundContext): Promise<void> {
  const controls = context.catalog.callControls.filter(
    (control) => !context.record.controls.has(control.id),
  );
  if (controls.length === 0) return;
  const { limits, probeStun, wait } = context.tools;
  const { signal } = context;
  await wait(quietMs, signal);
  await Promise.all(
    controls.map(async ({ id, url }) => {
      const seen = await limits.run({ host: url, priority }, () =>
        probeStun({ url, timeoutMs, signal }),
      );
      await note(context, { kind: 'control', control: id, attempt: { n: 1, ...seen } });
    }),
  );
}
