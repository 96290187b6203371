import { describe, expect, it } from 'vitest';
import { answer, error, flowTo } from '../../../accuracy/browser/flow.ts';
import * as trouble from '../../../accuracy/situations/troubles.ts';
import { createRandom } from '../../../accuracy/time/random.ts';
import { createSpans } from '../../../accuracy/time/spans.ts';
import { aSimulatedBrowser, startMs } from '../../../helpers/simulated-browser.ts';

const page = 'https://web.telegram.org/';
const plain = 'http://detectportal.firefox.com/success.txt';

function spansOf(fromMs: number, toMs: number) {
  const spans = createSpans();
  spans.add(startMs + fromMs, startMs + toMs);
  return spans;
}

const always = spansOf(0, 1e9);

describe('a captive portal', () => {
  it('answers plain HTTP in place of every server', async () => {
    const portal = trouble.captivePortal({ spans: always, secure: 'refuse', sparesOpen: false });

    expect(await aSimulatedBrowser([portal]).ask(plain)).toMatchObject({ httpStatus: 302 });
  });

  it.each([
    { secure: 'certificate', code: 'net::ERR_CERT_AUTHORITY_INVALID' },
    { secure: 'refuse', code: 'net::ERR_CONNECTION_REFUSED' },
    { secure: 'silence', code: null },
  ] as const)('ends a secure connection by $secure', async ({ secure, code }) => {
    const portal = trouble.captivePortal({ spans: always, secure, sparesOpen: false });

    expect(await aSimulatedBrowser([portal]).ask(page)).toMatchObject({
      browserError: code,
      httpStatus: null,
    });
  });

  it.each([
    { sparesOpen: true, httpStatus: 200 },
    { sparesOpen: false, httpStatus: null },
  ])('spares open connections or not: $sparesOpen', async ({ sparesOpen, httpStatus }) => {
    const spans = spansOf(1_000, 1e9);
    const portal = trouble.captivePortal({ spans, secure: 'certificate', sparesOpen });
    const browser = aSimulatedBrowser([portal]);
    await browser.ask(page);
    await browser.pass(2_000);

    expect((await browser.ask(page)).httpStatus).toBe(httpStatus);
  });

  it('lets all requests through once it is gone', async () => {
    const spans = spansOf(0, 1_000);
    const portal = trouble.captivePortal({ spans, secure: 'silence', sparesOpen: false });
    const browser = aSimulatedBrowser([portal]);

    await browser.pass(1_000);

    expect((await browser.ask(page)).httpStatus).toBe(200);
  });
});

describe('other troubles', () => {
  it('of a dead line drop requests on open connections too', async () => {
    const browser = aSimulatedBrowser([trouble.deadLine(spansOf(1_000, 1e9))]);
    await browser.ask(page);
    await browser.pass(1_000);

    expect(await browser.ask(page)).toMatchObject({ httpStatus: null, browserError: null });
  });

  it.each([
    { manner: 'silent', after: 6_000 },
    { manner: 'failing', after: 100 },
  ] as const)('of a name server that is $manner spare addresses', async ({ manner, after }) => {
    const browser = aSimulatedBrowser([trouble.deadResolver(always, manner)]);

    const named = await browser.ask(page);

    expect(named.browserError).toBe('net::ERR_NAME_NOT_RESOLVED');
    expect(named.totalMs).toBe(after);
    expect((await browser.ask('https://1.1.1.1/')).httpStatus).toBe(200);
  });

  it('of a crowded router spare open connections', async () => {
    const crowded = (atMs: number) => atMs >= startMs + 1_000;
    const browser = aSimulatedBrowser([trouble.crowdedRouter(createRandom(1), crowded, 1)]);
    await browser.ask(page);
    await browser.pass(1_000);

    expect((await browser.ask(page)).httpStatus).toBe(200);
    expect((await browser.ask('https://signal.org/')).httpStatus).toBeNull();
  });

  it('of a flaky name server affect the given share', async () => {
    const flaky = trouble.flakyResolver(createRandom(1), 0.1);
    const browser = aSimulatedBrowser([flaky]);
    let failed = 0;
    for (let asked = 0; asked < 1_000; asked += 1) {
      const { browserError } = await browser.ask(`https://host-${asked}.example/`);
      if (browserError !== null) failed += 1;
    }

    expect(failed / 1_000).toBeCloseTo(0.1, 1);
    expect(failed).toBeGreaterThan(50);
  });

  it('of some hosts spare the others, and end with their time', async () => {
    const hosts = new Set(['web.telegram.org']);
    const down = trouble.ending(hosts, 'request', answer(503), spansOf(0, 1_000));
    const browser = aSimulatedBrowser([down]);

    expect((await browser.ask('https://signal.org/updates')).httpStatus).toBe(200);
    expect((await browser.ask(page)).httpStatus).toBe(503);
    await browser.pass(1_000);
    expect((await browser.ask(page)).httpStatus).toBe(200);
  });

  it('of the clock invalidate every certificate and no plain HTTP', async () => {
    const browser = aSimulatedBrowser([trouble.badCertificates('CERT_DATE_INVALID')]);

    expect((await browser.ask(page)).browserError).toBe('net::ERR_CERT_DATE_INVALID');
    expect((await browser.ask(plain)).httpStatus).toBe(200);
  });

  it('of too many requests are still answers', async () => {
    const browser = aSimulatedBrowser([trouble.challenges(createRandom(1), 1)]);

    expect([403, 429, 503]).toContain((await browser.ask(page)).httpStatus);
  });
});

describe('a proxy that fails', () => {
  it('connects nothing meanwhile, but what is asked without it', () => {
    const spans = createSpans();
    spans.add(1_000, 2_000);
    const proxy = trouble.deadProxy(spans, new Set(['ya.ru']), 'PROXY_CONNECTION_FAILED');
    const end = (host: string, atMs: number) => proxy(flowTo(`https://${host}/`), 'connect', atMs);

    expect(end('t.me', 1_500)).toEqual(error('PROXY_CONNECTION_FAILED'));
    expect(end('ya.ru', 1_500)).toBeNull();
    expect(end('t.me', 2_500)).toBeNull();
  });
});
