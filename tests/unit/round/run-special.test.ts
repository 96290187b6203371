import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../lib/catalog/schema.ts';
import { unsentFailure } from '../../../lib/failure/unsent.ts';
import { upgradeFailure } from '../../../lib/failure/upgrade.ts';
import type { RoundProgress } from '../../../lib/model/progress.ts';
import type { HttpObservation } from '../../../lib/observe/http.ts';
import type { Limits } from '../../../lib/round/limits.ts';
import { observedUntilDeath } from '../../../lib/round/observed.ts';
import { emptyRecord, type RoundRecord } from '../../../lib/round/round-record.ts';
import type { RoundTools } from '../../../lib/round/round-tools.ts';
import { runRound } from '../../../lib/round/run.ts';
import { aFailure, anAttempt } from '../../helpers/attempts.ts';
import { aCatalog, aControl, aService, aTarget } from '../../helpers/catalog.ts';
import { at } from '../../helpers/clock.ts';
import { aGate } from '../../helpers/evidence.ts';
import { aFailedObservation, aSocketObservation } from '../../helpers/observations.ts';
import { aRoundWorld, type Respond } from '../../helpers/round-world.ts';
import { aPlan } from '../../helpers/rounds.ts';

const web = 'https://web.chat.example/';

interface Special {
  catalog?: Catalog;
  record?: RoundRecord;
  signal?: AbortSignal;
  tools?: Partial<RoundTools>;
}

async function run(respond: Respond, special: Special = {}) {
  const world = aRoundWorld(respond, special.tools);
  const shown: RoundProgress[] = [];
  const observed = await runRound({
    catalog: special.catalog ?? aCatalog(),
    record: special.record ?? emptyRecord(aPlan()),
    signal: special.signal ?? new AbortController().signal,
    tools: { ...world.tools, writeJournal: async () => undefined },
    onProgress: (read) => shown.push(read()),
  });
  return { ...world, observed, shown };
}

describe('a target without the browser’s permission', () => {
  it('is not probed, and is distinguished from one that was not reached', async () => {
    const tools = { isPermitted: async (url: string) => url !== web };

    const { probed, observed } = await run(() => ({}), { tools });

    expect(probed).not.toContain(web);
    expect(observed.services[0]?.forbidden).toEqual(new Set(['chat/web']));
    expect(observed.services[0]?.attempts.get('chat/web')).toEqual([]);
  });
});

it('tells of each target that the browser lets nothing be asked at all, and asks no service', async () => {
  const tools = { isPermitted: async () => false };
  const unmeasured = { failure: 'unknown_failure: net::ERR_FAILED', valid: false } as const;

  const { probed, observed } = await run(() => unmeasured, { tools });

  expect(probed).not.toContain(web);
  expect(observed.network.trouble).toBe('unmeasured');
  const targets = observed.services.flatMap(({ service }) => service.targets);
  expect(observed.services[0]?.forbidden).toEqual(new Set(targets.map(({ id }) => id)));
});

describe('a target with several addresses', () => {
  const urls = ['http://192.0.2.1/', 'http://192.0.2.2/', 'http://192.0.2.3/'];
  const target = aTarget({ kind: 'http', urls });
  const catalog = aCatalog({ services: [aService({ targets: [target] })] });

  it('is probed only at the first if that answers', async () => {
    const { probed } = await run(() => ({}), { catalog });

    expect(probed.filter((url) => urls.includes(url))).toEqual([urls[0]]);
  });

  it('is probed at the next ones if the first fails, and at one more in a recheck', async () => {
    const { probed } = await run(({ url }) => (urls.includes(url) ? aFailedObservation() : {}), {
      catalog,
    });

    expect(probed.filter((url) => urls.includes(url))).toEqual([...urls, urls[0]]);
  });

  it('records the address of each attempt, even if the browser does not report it', async () => {
    const { observed } = await run(({ url }) => (urls.includes(url) ? aFailedObservation() : {}), {
      catalog,
    });

    const attempts = observed.services[0]?.attempts.get('chat/web') ?? [];
    expect(attempts.map((one) => one.remoteIp)).toEqual([
      '192.0.2.1',
      '192.0.2.2',
      '192.0.2.3',
      '192.0.2.1',
    ]);
  });
});

describe('an invalid attempt', () => {
  const plain = 'http://chat.example/';
  const target = aTarget({ id: 'chat/plain', kind: 'http', urls: [plain], votes: false });
  const catalog = aCatalog({ services: [aService({ targets: [aTarget(), target] })] });
  const timesProbed = async (failure: string) => {
    const seen = aFailedObservation({ failure, valid: false });
    const { probed } = await run(({ url }) => (url === plain ? seen : {}), { catalog });
    return probed.filter((url) => url === plain).length;
  };

  it('is repeated at most three times', async () => {
    expect(await timesProbed('unknown_failure: net::ERR_NETWORK_CHANGED')).toBe(4);
  });

  it('is not repeated if the browser upgrades it to HTTPS each time', async () => {
    expect(await timesProbed(upgradeFailure)).toBe(1);
  });

  it('is not made again where it was withheld, as that would be withheld, too', async () => {
    expect(await timesProbed(unsentFailure)).toBe(1);
  });
});

describe('a control in plain HTTP that the browser asks in HTTPS', () => {
  it('is asked once, as it would ask so again', async () => {
    const portal = aControl({ id: 'portal', group: 'portal', url: 'http://portal.example/' });
    const upgraded = aFailedObservation({ failure: upgradeFailure, valid: false });

    const { probed, observed } = await run(({ url }) => (url === portal.url ? upgraded : {}), {
      catalog: aCatalog({ controls: [aControl(), portal] }),
    });

    expect(probed.filter((url) => url === portal.url)).toHaveLength(1);
    expect(observed.network.state).toBe('normal');
  });
});

describe('a WebSocket that is withheld', () => {
  it('is a gap, whatever its host answers', async () => {
    const target = aTarget({ id: 'chat/socket', kind: 'websocket', urls: ['wss://ws.example/'] });
    const catalog = aCatalog({ services: [aService({ targets: [aTarget(), target] })] });
    const withheld = { valid: false, failure: unsentFailure, httpStatus: null };
    const probeSocket = async () => aSocketObservation(withheld);

    const { observed, probed } = await run(() => ({}), { catalog, tools: { probeSocket } });

    expect(probed).not.toContain('https://ws.example/');
    expect(observed.services[0]?.attempts.get('chat/socket')).toMatchObject([
      { ok: false, valid: false, failure: unsentFailure },
    ]);
  });
});

describe('a name that is probed over HTTPS and plain HTTP', () => {
  it('does not wait over plain HTTP for the rest between two handshakes', async () => {
    const plain = aTarget({ id: 'chat/plain', kind: 'http', urls: ['http://web.chat.example/'] });
    const catalog = aCatalog({ services: [aService({ targets: [aTarget(), plain] })] });
    const hosts: string[] = [];
    const limits: Limits = {
      run: (slot, task) => {
        hosts.push(slot.host);
        return task();
      },
    };

    await run(() => ({}), { catalog, tools: { limits } });

    expect(hosts).toContain('web.chat.example');
    expect(hosts).toContain('http://web.chat.example/');
  });
});

describe('a resumed round', () => {
  it('does not repeat valid attempts', async () => {
    const record = emptyRecord(aPlan());
    record.targets.set('chat/web', [anAttempt()]);

    const { probed, observed } = await run(() => ({}), { record });

    expect(probed).not.toContain(web);
    expect(observed.services[0]?.attempts.get('chat/web')).toHaveLength(1);
  });

  it('repeats invalid attempts', async () => {
    const record = emptyRecord(aPlan());
    record.targets.set('chat/web', [aFailure('unclear', { valid: false })]);

    const { probed } = await run(() => ({}), { record });

    expect(probed.filter((url) => url === web)).toHaveLength(1);
  });
});

describe('a round that is cancelled', () => {
  it('rejects and probes no more', async () => {
    const cancel = new AbortController();
    const running = run(
      ({ url }) => {
        if (url === 'https://foreign.example/') cancel.abort(new Error('cancelled'));
        return {};
      },
      { signal: cancel.signal },
    );

    await expect(running).rejects.toThrow('cancelled');
  });

  it('ends at once while a silent control is waited for beside the services, and asks nothing after it', async () => {
    const cancel = new AbortController();
    const aborted = new Promise<Partial<HttpObservation>>((resolve) => {
      cancel.signal.addEventListener('abort', () => resolve({}));
    });
    const controls = ['one', 'two', 'silent'].map((id) =>
      aControl({ id, url: `https://${id}.example/` }),
    );
    const asked: string[] = [];
    const running = run(
      ({ url, signal }) => {
        asked.push(`${new URL(url).host}${signal.aborted ? ' late' : ''}`);
        if (url === web) cancel.abort(new Error('cancelled'));
        return url === 'https://silent.example/' ? aborted : {};
      },
      { catalog: aCatalog({ controls }), signal: cancel.signal },
    );

    await expect(running).rejects.toThrow('cancelled');

    expect(asked).toContain('silent.example');
    expect(asked.filter((one) => one.endsWith('late'))).toEqual([]);
  });
});

describe('the progress of a round', () => {
  it('begins before anything is probed and ends with all services done', async () => {
    const { shown } = await run(() => ({}));

    expect(shown[0]?.services).toMatchObject([{ stage: 'waiting', probed: 0 }]);
    expect(shown.at(-1)?.services).toMatchObject([{ stage: 'done', reached: 1, probed: 1 }]);
  });
});

describe('a round that cannot be resumed', () => {
  it('is closed with its attempts so far and gaps for the others, without probing', () => {
    const targets = [aTarget(), aTarget({ id: 'chat/site' })];
    const catalog = aCatalog({ services: [aService({ targets })] });
    const record = emptyRecord(aPlan());
    record.gates.push(aGate(0));
    record.targets.set('chat/web', [anAttempt({ startedAt: at(10), totalMs: 2000 })]);

    const observed = observedUntilDeath(catalog, record);

    expect(observed).toMatchObject({ id: 'round-1', startedAt: at(0), finishedAt: at(12) });
    expect(observed.services[0]?.attempts.get('chat/web')).toHaveLength(1);
    expect(observed.services[0]?.attempts.get('chat/site')).toEqual([]);
  });
});

it('looks whether other sites still open where a proxy refuses a service', async () => {
  const refused = {
    failure: 'unknown_failure: net::ERR_TUNNEL_CONNECTION_FAILED',
    browserError: 'net::ERR_TUNNEL_CONNECTION_FAILED',
    valid: false,
  };

  const [open, shut] = [
    await run(() => ({})),
    await run(({ url }) => (url.startsWith(web) ? refused : {})),
  ];

  expect(open.observed.gates).toHaveLength(1);
  expect(shut.observed.gates.map(({ passed }) => passed)).toEqual([true, true]);
});
