import { expect, it } from 'vitest';
import type { Plan } from '../../../../lib/model/plan.ts';
import type { StunRequest } from '../../../../lib/probe/ask-stun.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import type { CallServers } from '../../../../lib/round/round-tools.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { anAttempt } from '../../../helpers/attempts.ts';
import { aCallControl, aCatalog, controlsOfThree } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { aRoundWorld, type Respond } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const operator = 'Operator of foreign-two';
const callControls = [
  aCallControl({ id: 'stun-one', url: 'stun:one.example:3478', operator }),
  aCallControl({ id: 'stun-two', url: 'stun:two.example:3478' }),
  aCallControl({ id: 'stun-home', url: 'stun:home.example:3478', group: 'calls-domestic' }),
];

async function run(
  plan: Partial<Plan> = {},
  respond: Respond = () => ({}),
  {
    seen = [],
    silent = false,
    servers = 'foreign',
  }: { seen?: string[]; silent?: boolean; servers?: CallServers } = {},
) {
  const world = aRoundWorld(respond);
  const asked: StunRequest[] = [];
  const times: { stun: number[]; tls: number[] } = { stun: [], tls: [] };
  const record = emptyRecord(aPlan(plan));
  for (const id of seen) record.controls.set(id, [anAttempt()]);
  const observed = await runRound({
    catalog: aCatalog({ callControls, controls: controlsOfThree() }),
    record,
    signal: new AbortController().signal,
    tools: {
      ...world.tools,
      probe: async (request) => {
        const observation = await world.tools.probe(request);
        const { startedAt, totalMs } = observation;
        const endMs = Date.parse(startedAt) + (totalMs ?? 0);
        if (request.url.includes('foreign-two')) times.tls.push(endMs);
        return observation;
      },
      probeStun: async (request) => {
        asked.push(request);
        times.stun.push(world.tools.now().getTime());
        const told = await world.tools.probeStun(request);
        return silent ? { ...told, attempt: { ...told.attempt, ok: false } } : told;
      },
      callServers: async () => servers,
      writeJournal: async () => undefined,
    },
    onProgress: () => undefined,
  });
  return { asked, times, observed };
}

it('probes only one server if it answers within its three seconds', async () => {
  const { asked, observed } = await run();

  expect(asked).toMatchObject([{ url: 'stun:one.example:3478', timeoutMs: 3_000 }]);
  expect(observed.controls.at(-1)).toMatchObject({ id: 'stun-one', attempts: [{ ok: true }] });
});

it('probes the other servers once if the first is silent', async () => {
  const { asked, observed } = await run({}, () => ({}), { silent: true });

  expect(asked.map(({ url }) => url)).toEqual(['stun:one.example:3478', 'stun:two.example:3478']);
  const controls = observed.controls.filter((one) => one.group === 'calls-foreign');
  expect(controls).toMatchObject([
    { id: 'stun-one', attempts: [{ n: 1, ok: false }] },
    { id: 'stun-two', attempts: [{ n: 1, ok: false }] },
  ]);
});

it('waits a second after the last handshake with the same operator', async () => {
  const { times } = await run();

  expect(Math.min(...times.stun) - Math.max(...times.tls)).toBeGreaterThanOrEqual(1_000);
});

it('waits that long after the last gate if something failed', async () => {
  const { times } = await run({}, ({ url }) => (url.includes('chat') ? aFailedObservation() : {}));

  expect(Math.min(...times.stun) - Math.max(...times.tls)).toBeGreaterThanOrEqual(1_000);
});

it('probes no server in a pulse', async () => {
  expect((await run({ full: false })).asked).toEqual([]);
});

it('probes no server if no foreign control answers', async () => {
  const { asked, observed } = await run({}, ({ url }) =>
    url.includes('foreign') ? aFailedObservation() : {},
  );

  expect(observed.network.state).toBe('allowlist');
  expect(asked).toEqual([]);
});

it('probes no server on a network that prevents verdicts on services', async () => {
  expect((await run({}, () => aFailedObservation())).asked).toEqual([]);
});

it('probes only the servers not probed before the worker died', async () => {
  const { asked } = await run({}, undefined, { seen: ['stun-one'] });

  expect(asked.map(({ url }) => url)).toEqual(['stun:two.example:3478']);
});

it('does not let their silence affect the network’s verdict', async () => {
  const { observed } = await run({}, ({ url }) =>
    url.startsWith('stun:') ? aFailedObservation() : {},
  );

  expect(observed.network).toMatchObject({ state: 'normal', confidence: 'high' });
});

it('probes no server if the network has failed in the meantime', async () => {
  let opened = false;
  const { asked } = await run({}, ({ url }) => {
    const isService = url.includes('chat');
    if (isService) opened = true;
    return isService || opened ? aFailedObservation() : {};
  });

  expect(asked).toEqual([]);
});

it('probes no server if a proxy seems to answer for all sites', async () => {
  const { asked } = await run({}, () => ({ remoteIp: '203.0.113.80' }));

  expect(asked).toEqual([]);
});

it.each<[CallServers, string[]]>([
  ['none', []],
  ['foreign', ['stun:one.example:3478', 'stun:two.example:3478']],
  ['all', ['stun:one.example:3478', 'stun:two.example:3478', 'stun:home.example:3478']],
])('probes no servers but those that the person allows: %s', async (servers, urls) => {
  const { asked } = await run({}, undefined, { silent: true, servers });

  expect(asked.map(({ url }) => url)).toEqual(urls);
});
