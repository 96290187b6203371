import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../lib/model/journal.ts';
import type { Plan } from '../../../lib/model/plan.ts';
import { emptyRecord } from '../../../lib/round/round-record.ts';
import type { RoundTools } from '../../../lib/round/round-tools.ts';
import { runRound } from '../../../lib/round/run.ts';
import { aCatalog, aControl, aService, aServiceRole, aTarget } from '../../helpers/catalog.ts';
import { aFailedObservation } from '../../helpers/observations.ts';
import { aRoundWorld, countsOf, type Respond } from '../../helpers/round-world.ts';
import { aPlan } from '../../helpers/rounds.ts';

const web = 'https://web.chat.example/';
const media = 'https://media.chat.example/';
const foreign = 'https://foreign.example/';
const domestic = 'https://domestic.example/';

const service = aService({
  roles: [aServiceRole(), aServiceRole({ role: 'media', required: false, needs: 'web' })],
  targets: [aTarget(), aTarget({ id: 'chat/media', role: 'media', urls: [media] })],
});
const catalog = aCatalog({ services: [service] });
const sentinelOnly: Partial<Plan> = {
  full: false,
  services: [{ id: 'chat', depth: 'sentinel', transfers: [] }],
};

async function run(
  respond: Respond,
  plan: Partial<Plan> = {},
  controls = catalog.controls,
  overrides: Partial<RoundTools> = {},
) {
  const world = aRoundWorld(respond, overrides);
  const journal: JournalEntry[] = [];
  const observed = await runRound({
    catalog: { ...catalog, controls },
    record: emptyRecord(aPlan(plan)),
    signal: new AbortController().signal,
    tools: {
      ...world.tools,
      writeJournal: async (entry) => {
        journal.push(entry);
      },
    },
    onProgress: () => undefined,
  });
  return { ...world, observed, journal };
}

/** Answers all URLs except some. */
function allBut(...failing: string[]): Respond {
  return ({ url }) => (failing.includes(url) ? aFailedObservation() : {});
}

describe('a round', () => {
  it('probes the controls, then each target once, if all is well', async () => {
    const { probed, observed } = await run(allBut());

    expect(probed).toEqual([foreign, domestic, web, media]);
    expect(observed.network.state).toBe('normal');
    expect(observed.gates).toMatchObject([{ passed: true }]);
  });

  it('probes only the sentinel in a pulse', async () => {
    const { probed } = await run(allBut(), sentinelOnly);

    expect(probed).toEqual([foreign, domestic, web]);
  });

  it('probes in a pulse what has its turn, and all targets once that fails', async () => {
    const chosen = { id: 'chat', depth: 'sentinel' as const, transfers: [] };
    const inTurn = { full: false, services: [{ ...chosen, inTurn: ['chat/media'] }] };

    const well = await run(allBut(), inTurn);
    const fails = await run(allBut(media), inTurn);

    expect(well.probed).toEqual([foreign, domestic, web, media]);
    expect(countsOf(fails.probed)).toMatchObject({ [web]: 1, [media]: 3 });
  });

  it('probes all targets in a pulse once a sentinel fails', async () => {
    const { probed } = await run(allBut(web), sentinelOnly);

    expect(countsOf(probed)).toMatchObject({ [web]: 3, [media]: 1 });
  });

  it('rechecks a failing target twice, with passing controls before, between and after', async () => {
    const { observed } = await run(allBut(web));

    const attempts = observed.services[0]?.attempts.get('chat/web') ?? [];
    const times = [
      ...attempts.map((one) => ({ at: one.startedAt, what: 'attempt' })),
      ...observed.gates.map((one) => ({ at: one.startedAt, what: 'gate' })),
    ].toSorted((left, right) => left.at.localeCompare(right.at));
    expect(times.map(({ what }) => what)).toEqual([
      'gate',
      'attempt',
      'gate',
      'attempt',
      'gate',
      'attempt',
      'gate',
    ]);
    expect(attempts.map((one) => one.n)).toEqual([1, 2, 3]);
  });

  it('stops rechecking once a target gets through', async () => {
    let asked = 0;
    const { probed } = await run(({ url }) => {
      if (url !== web) return {};
      asked += 1;
      return asked < 2 ? aFailedObservation() : {};
    });

    expect(countsOf(probed)[web]).toBe(2);
  });

  it('stops rechecking once the controls fail', async () => {
    let failing = false;
    const { probed, observed } = await run(({ url }) => {
      if (url === web) failing = true;
      return failing ? aFailedObservation() : {};
    });

    expect(countsOf(probed)[web]).toBe(1);
    expect(observed.gates.at(-1)?.passed).toBe(false);
  });

  it('asks only the sentinel, once, if nothing answers', async () => {
    const { probed, observed } = await run(() => aFailedObservation());

    expect(observed.network.state).toBe('offline');
    expect(countsOf(probed)).toMatchObject({ [web]: 1 });
    expect(probed).not.toContain(media);
  });

  it('probes nothing if the link is down', async () => {
    const { probed, observed } = await run(() => aFailedObservation(), {}, undefined, {
      isOnline: () => false,
    });

    expect(observed.network.state).toBe('offline');
    expect(probed).not.toContain(web);
    expect([...(observed.services[0]?.attempts.values() ?? [])]).toEqual([[], []]);
  });

  it('passes the gates of an allowlist by what answered, not by a domestic control that is not on it', async () => {
    const off = aControl({ id: 'off', group: 'domestic', url: 'https://off.example/' });
    const { observed, probed } = await run(
      ({ url }) => (url === domestic ? {} : aFailedObservation()),
      {},
      [...catalog.controls, off],
    );

    expect(observed.network.state).toBe('allowlist');
    expect(observed.gates.length).toBeGreaterThan(1);
    expect(observed.gates.every(({ passed }) => passed)).toBe(true);
    expect(probed.filter((url) => url.includes('//off.'))).toHaveLength(1);
  });

  it('continues under an allowlist, with domestic controls in between', async () => {
    const { probed, observed } = await run(allBut(foreign, web));

    expect(observed.network.state).toBe('allowlist');
    expect(countsOf(probed)[web]).toBe(3);
    expect(observed.gates.length).toBeGreaterThan(1);
    expect(observed.gates.every(({ passed }) => passed)).toBe(true);
  });

  it('repeats invalid attempts within limits', async () => {
    const { probed, observed } = await run(
      ({ url }) => (url === web ? aFailedObservation({ valid: false }) : {}),
      sentinelOnly,
    );

    expect(countsOf(probed)[web]).toBe(4);
    expect(observed.gates).toHaveLength(1);
  });

  it('writes every attempt and every gate to its journal', async () => {
    const { journal, probed, observed } = await run(allBut(web));

    const asked = probed.filter((url) => !url.includes('dns-query'));
    const attempts = journal.filter((entry) => 'attempt' in entry);
    expect(attempts).toHaveLength(asked.length);
    expect(journal.filter((entry) => entry.kind === 'gate').map(({ gate }) => gate)).toEqual(
      observed.gates,
    );
  });
});
