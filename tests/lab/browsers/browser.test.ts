// @vitest-environment node
import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLab, type Lab } from '../lab.ts';
import type { WorldDescription } from '../world/description.ts';
import { chromiumArguments } from './chromium-arguments.ts';

let lab: Lab;
let browser: Browser;

beforeAll(async () => {
  lab = await createLab();
  browser = await chromium.launch({ executablePath: lab.chromiumPath, args: chromiumArguments });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

/** The result of a navigation in a world as Chromium reports it: a status or a network error. */
async function visit(url: string, world: WorldDescription = {}): Promise<string> {
  await lab.setWorld(world);
  const page = await browser.newPage();
  try {
    // A new browser drops requests while it detects its network: try again then.
    for (;;) {
      const outcome = await navigate(page, url);
      if (outcome !== 'ERR_NETWORK_CHANGED') return outcome;
    }
  } finally {
    await page.close();
  }
}

async function navigate(page: Awaited<ReturnType<Browser['newPage']>>, url: string) {
  try {
    const response = await page.goto(url, { timeout: 20_000, waitUntil: 'commit' });
    return String(response?.status());
  } catch (error) {
    return /net::(ERR_\w+)/.exec(String(error))?.[1] ?? String(error);
  }
}

it('serves Chromium a service with a certificate that it trusts', async () => {
  expect(await visit('https://web.whatsapp.com/')).toBe('200');
});

it('serves Chromium a certificate of a private authority that it does not trust', async () => {
  expect(await visit('https://chat.signal.org/')).toBe('ERR_CERT_AUTHORITY_INVALID');
});

const names = ['.whatsapp.com'];
const targets = names;

it.each<[WorldDescription, string]>([
  [{ dns: [{ names, answer: 'nxdomain' }] }, 'ERR_NAME_NOT_RESOLVED'],
  [{ tls: [{ names, action: 'reset' }] }, 'ERR_CONNECTION_RESET'],
  [{ tls: [{ names, action: 'close' }] }, 'ERR_CONNECTION_CLOSED'],
  [{ tls: [{ names, action: 'plaintext' }] }, 'ERR_SSL_PROTOCOL_ERROR'],
  [{ tls: [{ names, action: 'alert' }] }, 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH'],
  [{ tls: [{ names, action: 'forged' }] }, 'ERR_CERT_AUTHORITY_INVALID'],
  [{ tls: [{ names, action: 'expired' }] }, 'ERR_CERT_DATE_INVALID'],
  [{ tls: [{ names, action: 'wrong-name' }] }, 'ERR_CERT_COMMON_NAME_INVALID'],
  [{ tls: [{ names, action: 'intercepted' }] }, '200'],
  [{ addressRules: [{ targets, action: 'refuse' }] }, 'ERR_CONNECTION_REFUSED'],
  [{ addressRules: [{ targets, action: 'reset' }] }, 'ERR_CONNECTION_RESET'],
  [{ addressRules: [{ targets, action: 'unreachable' }] }, 'ERR_ADDRESS_UNREACHABLE'],
  [{ captivePortal: true }, 'ERR_CERT_AUTHORITY_INVALID'],
  [{ wrongClock: true }, 'ERR_CERT_DATE_INVALID'],
  [{ http: [{ hosts: names, answer: { status: 451, body: 'Unavailable' } }] }, '451'],
])('makes of %j what Chromium calls %s', async (world, outcome) => {
  expect(await visit('https://web.whatsapp.com/', world)).toBe(outcome);
});

it('lets Chromium reach an address whose certificate it rejects', async () => {
  const [resolver, server] = ['1.1.1.1', '104.16.248.249'];

  expect(await visit(`https://${resolver}/`)).toBe('200');
  expect(await visit(`https://${server}/`)).toBe('ERR_CERT_COMMON_NAME_INVALID');
});

it('answers Chromium over WebSocket', async () => {
  await lab.setWorld({});
  const page = await browser.newPage();

  const message = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const socket = new WebSocket('wss://gateway.discord.gg/?v=10&encoding=json');
        socket.addEventListener('message', (event) => resolve(event.data));
        socket.addEventListener('error', () => resolve('error'));
      }),
  );

  expect(message).toContain('"op":10');
  await page.close();
});

it('returns the exit address to Chromium over STUN', async () => {
  await lab.setWorld({});
  const page = await browser.newPage();

  const address = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const iceServers = [{ urls: 'stun:stun.cloudflare.com:3478' }];
        const connection = new RTCPeerConnection({ iceServers });
        connection.createDataChannel('probe');
        connection.addEventListener('icecandidate', ({ candidate }) => {
          if (candidate?.type === 'srflx') resolve(candidate.address);
        });
        void connection.createOffer().then((offer) => connection.setLocalDescription(offer));
      }),
  );

  expect(address).toBe('95.24.1.2');
  await page.close();
});

it('lets Chromium notice that the link goes down and comes back', async () => {
  const page = await browser.newPage();

  lab.linkDown();
  await expect.poll(() => page.evaluate('navigator.onLine'), { timeout: 5000 }).toBe(false);
  lab.linkUp();
  await expect.poll(() => page.evaluate('navigator.onLine'), { timeout: 5000 }).toBe(true);

  await page.close();
});
