import { describe, expect, it } from 'vitest';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, aService, aTarget } from '../../../helpers/catalog.ts';
import { bytesOf } from '../../../helpers/observations.ts';
import { aRoundWorld, type Respond } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const webs = ['one', 'two', 'three'].map((id) => `https://web.${id}.example/`);
const [one = '', two = '', three = ''] = webs;
const media = 'https://media.one.example/';

const catalog = aCatalog({
  services: ['one', 'two', 'three'].map((id) =>
    aService({
      id,
      operator: id,
      targets: [
        aTarget({ id: `${id}/web`, urls: [`https://web.${id}.example/`] }),
        ...(id === 'one' ? [aTarget({ id: 'one/media', urls: [media] })] : []),
      ],
    }),
  ),
});

const headers = {
  server: null,
  type: 'text/html',
  byProxy: false,
  ofProxy: false,
  challenges: false,
};
/** A page is longer than its title. */
const htmlOf = (title: string, more: object = {}) => ({
  headers: { ...headers, length: `${title.length * 100}`, ...more },
  body: bytesOf(`<title>${title}</title>`),
});

/** The first service is asked for its page itself, as Discord is for its gateway. */
const withPage = {
  ...catalog,
  services: catalog.services.map((each) => ({
    ...each,
    targets: each.targets.map((target) =>
      target.id === 'one/web' ? { ...target, method: 'GET' as const } : target,
    ),
  })),
};

async function run(respond: Respond, asked = catalog) {
  const looked: string[] = [];
  const world = aRoundWorld((request) => {
    if (request.method === 'GET' && request.receiveBytes !== undefined) looked.push(request.url);
    const { body, ...seen } = respond(request) as ReturnType<typeof htmlOf>;
    // HEAD has no body.
    return request.method === 'HEAD' ? seen : { ...seen, body };
  });
  const services = asked.services.map(({ id }) => ({
    id,
    depth: 'all' as const,
    transfers: [],
  }));
  const observed = await runRound({
    catalog: asked,
    record: emptyRecord(aPlan({ services })),
    signal: new AbortController().signal,
    tools: { ...world.tools, writeJournal: async () => undefined },
    onProgress: () => undefined,
  });
  const software = { version: '1', logic: '1', catalog: '1', browser: 'b' };
  const { round } = diagnoseRound({ ...observed, software }, new Map());
  return { looked, services: round.services };
}

describe('a look at pages', () => {
  it('finds the page of one filter for services of two operators, on their other hosts too', async () => {
    const filtered = [one, two, media];
    const { looked, services } = await run(({ url }) =>
      filtered.includes(url) ? htmlOf('Office network') : htmlOf(`Page of ${url}`),
    );

    expect(looked).toEqual([one, two, media]);
    expect(services).toMatchObject([
      { state: 'likely_blocked', locus: 'local', mechanisms: ['http.blockpage'] },
      { state: 'likely_blocked', locus: 'local' },
      { state: 'ok' },
    ]);
    expect(services[0]?.targets).toMatchObject([
      { state: 'likely_blocked' },
      { state: 'likely_blocked' },
    ]);
  });

  it('counts a page that a service was asked for, and looks at those of the others', async () => {
    const filtered = [one, two, media];
    const { looked, services } = await run(
      ({ url }) =>
        filtered.includes(url)
          ? { httpStatus: 403, ...htmlOf('Office network') }
          : htmlOf(`Page of ${url}`),
      withPage,
    );

    expect(services.map(({ state, locus }) => [state, locus])).toEqual([
      ['likely_blocked', 'local'],
      ['likely_blocked', 'local'],
      ['ok', 'unknown'],
    ]);
    expect(services[0]?.targets.map(({ state }) => state)).toEqual([
      'likely_blocked',
      'likely_blocked',
    ]);
    expect(services[0]?.targets[0]?.attempts).toHaveLength(1);
    expect(looked.filter((url) => url !== one)).toEqual([two, media]);
  });

  it('looks once at a page that is as long as that of a filter', async () => {
    const { looked, services } = await run(({ url }) =>
      htmlOf([one, two].includes(url) ? 'Office network' : 'A page as long'),
    );

    expect(looked).toEqual([one, two, three, media]);
    expect(services[2]).toMatchObject({ state: 'ok' });
  });

  it.each([
    [
      'that names the address that was asked for',
      (url: string) => ({ length: `${3_000 + 3 * url.length}` }),
    ],
    ['that tells its name alone', () => ({ server: 'Proxy', length: null })],
  ])('finds the page of a filter %s', async (_, told) => {
    const filtered = [one, two, media];
    const { looked, services } = await run(({ url }) =>
      filtered.includes(url) ? htmlOf('Office network', told(url)) : htmlOf(`Page of ${url}`),
    );

    expect(looked).toEqual([one, two, media]);
    expect(services.map(({ state }) => state)).toEqual(['likely_blocked', 'likely_blocked', 'ok']);
  });

  it.each([
    ['of other servers', (url: string) => htmlOf('Page', { server: url })],
    ['of other lengths', (url: string) => htmlOf(url === one ? 'Page' : 'Another')],
    [
      'of other statuses',
      (url: string) => ({
        httpStatus: url === one ? 200 : 403,
        ...htmlOf('Page', { server: 'cloudflare' }),
      }),
    ],
    ['of a few words', (url: string) => htmlOf('Page', { length: url === one ? '120' : '150' })],
    ['of which nothing is known', (url: string) => htmlOf(url, { length: null })],
    [
      'of which one tells its length',
      (url: string) => htmlOf('', { server: 'Proxy', length: url === one ? '50' : null }),
    ],
  ])('asks for no pages %s', async (_, respond) => {
    const only = aCatalog({ services: catalog.services.slice(0, 2) });
    const { looked } = await run(({ url }) => respond(url), {
      ...only,
      services: only.services.map((each) => ({ ...each, targets: each.targets.slice(0, 1) })),
    });

    expect(looked).toEqual([]);
  });

  it('finds the page of one filter for more services than it looks at first', async () => {
    const ids = Array.from({ length: 9 }, (_, index) => `office-${index}`);
    const many = aCatalog({
      services: ids.map((id) =>
        aService({
          id,
          operator: id,
          targets: [aTarget({ id: `${id}/web`, urls: [`https://${id}.example/`] })],
        }),
      ),
    });
    const { services } = await run(() => ({ httpStatus: 403, ...htmlOf('Office network') }), many);

    expect(services.map(({ state }) => state)).toEqual(ids.map(() => 'likely_blocked'));
  });

  it('finds the page of a known filter on all hosts of a service that was asked for it', async () => {
    const { services } = await run(
      ({ url }) =>
        [one, media].includes(url)
          ? { httpStatus: 403, ...htmlOf('Powered by FortiGuard') }
          : htmlOf(`Page of ${url}`),
      withPage,
    );

    expect(services[0]?.targets.map(({ state }) => state)).toEqual([
      'likely_blocked',
      'likely_blocked',
    ]);
  });

  it('finds the page of a known filter for one service', async () => {
    const { services } = await run(({ url }) =>
      url === two
        ? { httpStatus: 403, ...htmlOf('Powered by FortiGuard') }
        : htmlOf(`Page of ${url}`),
    );

    expect(services[1]).toMatchObject({ state: 'likely_blocked', locus: 'local' });
    expect(services[2]).toMatchObject({ state: 'ok' });
  });

  it('leaves pages alone that are alike by their length only, and records nothing of them', async () => {
    const { looked, services } = await run(({ url }) =>
      htmlOf(url === three ? 'abc' : url.slice(0, 15)),
    );

    expect(looked).toEqual([one, two]);
    expect(services.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok']);
    expect(services[0]?.targets[0]?.attempts).toHaveLength(1);
  });

  it('asks for no page where a content network refuses or asks for a proof', async () => {
    const { looked } = await run(({ url }) => ({
      httpStatus: 403,
      ...htmlOf(`Page of ${url}`, url === one ? { challenges: true } : { server: 'cloudflare' }),
    }));

    expect(looked).toEqual([]);
  });
});
