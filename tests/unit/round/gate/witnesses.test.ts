import { describe, expect, it } from 'vitest';
import type { Control } from '../../../../lib/catalog/schema.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, aControl, aService, aTarget } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { aRoundWorld, countsOf, type Respond } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const witnesses = ['a', 'b', 'c', 'd'].map((id) =>
  aControl({ id, pulse: false, url: `https://${id}.witness.example/` }),
);

/** Runs a round with failing services, and a number of targets to recheck in turn. */
async function run(
  respond: Respond,
  targets = 1,
  asked = witnesses,
  others: readonly Control[] = [],
) {
  const { tools, probed } = aRoundWorld((request) =>
    request.url.includes('chat') ? aFailedObservation() : respond(request),
  );
  const observed = await runRound({
    catalog: aCatalog({
      witnesses: asked,
      controls: [aControl(), ...others],
      services: Array.from({ length: targets }, (_, index) =>
        aService({
          id: `chat-${index}`,
          targets: [aTarget({ id: `chat-${index}/web`, urls: [`https://chat-${index}.example/`] })],
        }),
      ),
    }),
    record: emptyRecord(
      aPlan({
        services: Array.from({ length: targets }, (_, index) => ({
          id: `chat-${index}`,
          depth: 'all' as const,
          transfers: [],
        })),
      }),
    ),
    signal: new AbortController().signal,
    tools: { ...tools, writeJournal: async () => undefined },
    onProgress: () => undefined,
  });
  const witnessed = probed.filter((url) => url.includes('witness')).map((url) => url.slice(8, 9));
  return { witnessed, probed, gates: observed.gates.map((gate) => gate.passed) };
}

describe('a gate within a round', () => {
  it('probes a new witness', async () => {
    const { witnessed, gates, probed } = await run(() => ({}));

    expect(witnessed).toEqual(['a', 'b', 'c']);
    expect(gates).toEqual([true, true, true, true]);
    expect(countsOf(probed)['https://foreign.example/']).toBe(1);
  });

  it('probes two more witnesses if the first does not answer', async () => {
    const { witnessed, gates } = await run(({ url }) =>
      url.includes('//a.') ? aFailedObservation() : {},
    );

    expect(witnessed.slice(0, 3)).toEqual(['a', 'b', 'c']);
    expect(gates).toEqual([true, true, true, true]);
  });

  it('does not pass if only an open connection still answers', async () => {
    const { gates } = await run(({ url }) => (url.includes('witness') ? aFailedObservation() : {}));

    expect(gates[0]).toBe(true);
    expect(gates.slice(1)).not.toContain(true);
  });

  it('probes silent witnesses again once no other is left', async () => {
    const silent: Respond = ({ url }) => (url.includes('witness') ? aFailedObservation() : {});

    const { witnessed } = await run(silent, 1, witnesses.slice(0, 2));

    expect(witnessed).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
  });

  it('that failed delays rechecks and does not end them', async () => {
    let failing = 4;
    const { gates, probed } = await run(({ url }) => {
      if (!url.includes('witness') || failing === 0) return {};
      failing -= 1;
      return aFailedObservation();
    });

    expect(gates).toEqual([true, false, true, true, true, true]);
    // The failure before the failed gate does not count.
    expect(countsOf(probed)['https://chat-0.example/']).toBe(4);
  });

  it('that failed asks for a portal, too', async () => {
    const portal = aControl({ id: 'portal', group: 'portal', url: 'http://portal.example/' });

    const asked = async (respond: Respond) =>
      countsOf((await run(respond, 1, witnesses, [portal])).probed)['http://portal.example/'];

    expect(await asked(() => ({}))).toBe(1);
    expect(
      await asked(({ url }) => (url.includes('witness') ? aFailedObservation() : {})),
    ).toBeGreaterThan(1);
  });

  it('passes by another operator where three witnesses never answer', async () => {
    const { gates } = await run(({ url }) => (/[abc]\./.test(url) ? aFailedObservation() : {}));

    expect(gates).toEqual([true, true, true, true]);
  });

  it('falls back in turn on sites that answered once no witness is left', async () => {
    const { gates, probed } = await run(() => ({}), 1, witnesses.slice(0, 1));

    expect(gates).toEqual([true, true, true, true]);
    expect(countsOf(probed)).toMatchObject({
      'https://foreign.example/': 2,
      'https://a.witness.example/': 2,
    });
  });
});
