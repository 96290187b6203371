import { describe, expect, it } from 'vitest';
import { upgradeFailure } from '../../../lib/failure/upgrade.ts';
import type { RequestEvents } from '../../../lib/probe/request-events.ts';
import { anHttpWorld, aRequest, ended } from '../../helpers/http-world.ts';

const plain = 'http://chat.example/';
const aborted = { error: 'net::ERR_ABORTED' };

type Recorded = (url: string, events: RequestEvents) => void;

async function observe(recorded: Recorded, response = new Response(), url = plain) {
  const { probe } = anHttpWorld(async ({ url: fetched, events }) => {
    recorded(fetched, events);
    return response;
  });
  return await probe(aRequest({ method: 'GET', url }));
}

function answeredBy(url: string): Response {
  return Object.defineProperty(new Response('<html>'), 'url', { value: url });
}

/** Recorded in Chromium 150 in the lab, after the host had sent Strict-Transport-Security. */
const inChromium: Recorded = (url, events) => {
  const redirectUrl = url.replace('http:', 'https:');
  events.note({ url, statusCode: 307, headersAt: 1, redirectUrl: null, final: false });
  events.note({ url, statusCode: 307, remoteIp: null, redirectUrl, final: false });
  events.note(ended(url, aborted));
};

/** Recorded in Firefox 140 in the lab: the last events have the other URL. */
const inFirefox: Recorded = (url, events) => {
  const redirectUrl = url.replace('http:', 'https:');
  events.note({ url, statusCode: 0, remoteIp: null, redirectUrl, final: false });
};

const noEvidence = {
  failure: upgradeFailure,
  valid: false,
  httpStatus: null,
  remoteIp: null,
  redirectUrl: null,
  bytes: null,
  body: new Uint8Array(),
};

describe('a plain request that the browser upgrades to HTTPS', () => {
  it('is no evidence in Chromium, which reports an internal redirect', async () => {
    expect(await observe(inChromium)).toMatchObject(noEvidence);
  });

  it('is no evidence in Firefox, which follows the redirect', async () => {
    expect(await observe(inFirefox, answeredBy('https://chat.example/'))).toMatchObject(noEvidence);
  });

  it('is no evidence if only the response shows the upgrade', async () => {
    const observation = await observe(() => undefined, answeredBy('https://chat.example/'));

    expect(observation).toMatchObject(noEvidence);
  });

  it('is no evidence if the HTTPS request fails', async () => {
    const { probe } = anHttpWorld(async ({ url, events }) => {
      inFirefox(url, events);
      throw new TypeError('NetworkError');
    });

    expect(await probe(aRequest({ url: plain }))).toMatchObject(noEvidence);
  });
});

describe('a redirect to HTTPS', () => {
  const redirect =
    (redirectUrl: string, remoteIp: string | null = '203.0.113.7'): Recorded =>
    (url, events) => {
      events.note({ url, statusCode: 307, headersAt: 1, redirectUrl, remoteIp, final: false });
      events.note(ended(url, aborted));
    };

  it.each([
    ['a server sends it', 'https://chat.example/', '203.0.113.7'],
    ['it leads to another name', 'https://www.chat.example/', null],
    ['it leads to another page', 'https://chat.example/blocked', null],
  ])('is an answer if %s', async (_case, redirectUrl, remoteIp) => {
    const observation = await observe(redirect(redirectUrl, remoteIp));

    expect(observation).toMatchObject({ valid: true, failure: null, httpStatus: 307, redirectUrl });
  });

  it('is an answer to a request that used HTTPS from the start', async () => {
    const secure = 'https://chat.example/';

    const observation = await observe(redirect(secure, null), answeredBy(secure), secure);

    expect(observation).toMatchObject({ valid: true, httpStatus: 307 });
  });
});
