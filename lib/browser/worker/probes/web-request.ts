import { browser } from 'wxt/browser';
import { firefoxCodeOf } from '../../../failure/firefox-code.ts';
import { answerHeadersOf } from '../../../observe/answer-headers.ts';
import { clockAhead } from '../../../observe/clock.ts';
import { proxyKindOf } from '../../../observe/proxy-kind.ts';
import { redirectTarget } from '../../../observe/redirect-target.ts';
import type { RequestEvents } from '../../../probe/request-events.ts';

const proxyOf = import.meta.env.FIREFOX ? proxyKindOf : () => null;

/**
 * Passes the events of the extension's own requests, which belong to no tab, to `events`. Call it synchronously
 * when the worker starts.
 */
export function listenToRequests(events: RequestEvents, patterns: string[]): void {
  const filter = { urls: patterns, tabId: -1 };
  browser.webRequest.onBeforeRequest.addListener(
    ({ url, requestId, timeStamp }) => {
      events.note({ url, requestId, begins: true, begunAt: timeStamp, final: false });
      return undefined;
    },
    { ...filter, types: ['websocket'] },
  );
  if (import.meta.env.FIREFOX) {
    // It comes before the connection, once no extension has blocked the request.
    browser.webRequest.onSendHeaders.addListener(({ url, requestId }) => {
      events.note({ url, requestId, letPass: true, final: false });
    }, filter);
  }
  browser.webRequest.onHeadersReceived.addListener(
    (details) => {
      const { url, requestId, statusCode, timeStamp, responseHeaders } = details;
      const redirectUrl = redirectTarget({ url, statusCode, responseHeaders });
      const headersAt = timeStamp;
      const headers = answerHeadersOf(responseHeaders);
      const clockAheadMs = clockAhead({ timeStamp, responseHeaders });
      const proxy = proxyOf(details);
      const seen = { statusCode, headersAt, clockAheadMs, redirectUrl, proxy, headers };
      events.note({ url, requestId, ...seen, final: false });
      return undefined;
    },
    filter,
    // Firefox reports a redirect that is not followed only in its headers.
    ['responseHeaders'],
  );
  browser.webRequest.onBeforeRedirect.addListener(
    ({ url, requestId, statusCode, ip, redirectUrl }) => {
      events.note({ url, requestId, statusCode, remoteIp: ip ?? null, redirectUrl, final: false });
    },
    filter,
  );
  browser.webRequest.onCompleted.addListener(({ url, requestId, statusCode, ip, fromCache }) => {
    events.note({ url, requestId, statusCode, remoteIp: ip ?? null, fromCache, final: true });
  }, filter);
  browser.webRequest.onErrorOccurred.addListener((details) => {
    const { url, requestId, error, fromCache } = details;
    // A sentence in the person's language never gets further than here.
    const code = import.meta.env.FIREFOX ? firefoxCodeOf(error) : error;
    events.note({ url, requestId, error: code, fromCache, proxy: proxyOf(details), final: true });
  }, filter);
}
