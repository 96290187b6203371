import { describe, expect, it } from 'vitest';
import { transferBytes } from '../../../../lib/catalog/transfer-bytes.ts';
import type { ByteLimit } from '../../../accuracy/browser/connection.ts';
import { packetBytes } from '../../../accuracy/line/line.ts';
import { aSimulatedBrowser } from '../../../helpers/simulated-browser.ts';

const page = 'https://web.telegram.org/';
const stall = { answerMs: 14_000, bodyMs: 10_000 };
const limits = { stall, timeoutMs: 25_000 };
const download = { method: 'GET', receiveBytes: transferBytes, ...limits } as const;
const upload = { method: 'POST', sendBytes: transferBytes, ...limits } as const;

function browserUnder(limit: Partial<ByteLimit> = {}) {
  const whole: ByteLimit = { bytes: 16_000, manner: 'freeze', countsSent: false, ...limit };
  return aSimulatedBrowser([], { limitOf: () => whole });
}

describe('a connection that may carry some bytes', () => {
  it('freezes within a download, which tells how far it came', async () => {
    expect(await browserUnder().ask(page, download)).toMatchObject({
      failure: 'generic_timeout_error',
      failedOperation: 'read',
      bytes: 8 * packetBytes,
      freezeAtBytes: 8 * packetBytes + 3_000,
    });
  });

  it('is cut within a download, which tells how far it came', async () => {
    const seen = await browserUnder({ manner: 'cut' }).ask(page, download);

    expect(seen).toMatchObject({
      failure: 'connection_reset',
      failedOperation: 'read',
      httpStatus: 200,
      bytes: 8 * packetBytes,
      freezeAtBytes: null,
    });
    expect(seen.totalMs).toBeLessThan(2_000);
  });

  it('carries any upload where what is sent does not count', async () => {
    expect((await browserUnder().ask(page, upload)).failure).toBeNull();
  });

  it('freezes within an upload where what is sent counts', async () => {
    expect(await browserUnder({ countsSent: true }).ask(page, upload)).toMatchObject({
      failure: 'generic_timeout_error',
      failedOperation: 'write',
      bytes: null,
    });
  });

  it('is cut within an upload where what is sent counts', async () => {
    const browser = browserUnder({ countsSent: true, manner: 'cut' });

    expect(await browser.ask(page, upload)).toMatchObject({
      failure: 'connection_reset',
      failedOperation: null,
      httpStatus: null,
    });
  });

  it('falls silent under small requests, too, until the browser has noticed', async () => {
    const browser = browserUnder();
    for (let asked = 0; asked < 15; asked += 1) await browser.ask(page);

    // It takes 6.5 s to give up, and 10 s to notice.
    expect(await browser.ask(page)).toMatchObject({
      failure: 'generic_timeout_error',
      totalMs: 6_500,
    });
    const next = await browser.ask(page);
    expect(next).toMatchObject({ failure: null, reusedConnection: false });
    expect(next.totalMs).toBeGreaterThan(3_500);
    expect((await browser.ask(page)).reusedConnection).toBe(true);
  });

  it('is replaced at once where it was cut under small requests', async () => {
    const browser = browserUnder({ manner: 'cut' });
    for (let asked = 0; asked < 15; asked += 1) await browser.ask(page);

    const next = await browser.ask(page);
    expect(next).toMatchObject({ failure: null, reusedConnection: false });
    expect(next.totalMs).toBeLessThan(1_000);
  });

  it('is replaced at once after a download on it froze for as long as the browser waits', async () => {
    const browser = browserUnder();
    await browser.ask(page, download);

    const next = await browser.ask(page);
    expect(next).toMatchObject({ failure: null, reusedConnection: false });
    expect(next.totalMs).toBeLessThan(1_000);
  });

  it('carries more where it stood before anybody counted', async () => {
    let limit: ByteLimit | null = null;
    const browser = aSimulatedBrowser([], { limitOf: () => limit });
    await browser.ask(page);
    limit = { bytes: 16_000, manner: 'freeze', countsSent: false };

    expect((await browser.ask(page, download)).failure).toBeNull();
  });
});
