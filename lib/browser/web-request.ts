import { browser } from 'wxt/browser';
import type { RequestEvents } from '../probe/request-events.ts';

/**
 * Feeds the events of the extension's own requests (they belong to no tab) to the probe. To be called
 * synchronously when the worker starts.
 */
export function listenToRequests(events: RequestEvents, patterns: string[]): void {
  const filter = { urls: patterns, tabId: -1 };
  browser.webRequest.onBeforeRequest.addListener(
    ({ url, requestId }) => {
      events.note({ url, requestId, begins: true, final: false });
      return undefined;
    },
    { ...filter, types: ['websocket'] },
  );
  browser.webRequest.onHeadersReceived.addListener(({ url, requestId, statusCode, timeStamp }) => {
    events.note({ url, requestId, statusCode, headersAt: timeStamp, final: false });
  }, filter);
  browser.webRequest.onBeforeRedirect.addListener(
    ({ url, requestId, statusCode, ip, redirectUrl }) => {
      events.note({ url, requestId, statusCode, remoteIp: ip ?? null, redirectUrl, final: false });
    },
    filter,
  );
  browser.webRequest.onCompleted.addListener(({ url, requestId, statusCode, ip, fromCache }) => {
    events.note({ url, requestId, statusCode, remoteIp: ip ?? null, fromCache, final: true });
  }, filter);
  browser.webRequest.onErrorOccurred.addListener(({ url, requestId, error, fromCache }) => {
    events.note({ url, requestId, error, fromCache, final: true });
  }, filter);
}
