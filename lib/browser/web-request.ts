import { browser } from 'wxt/browser';
import type { RequestEvents } from '../probe/request-events.ts';

/**
 * Feeds the events of the worker's own requests (they belong to no tab) to the probe. To be called
 * synchronously when the worker starts.
 */
export function listenToRequests(events: RequestEvents, patterns: string[]): void {
  const filter = { urls: patterns, tabId: -1 };
  browser.webRequest.onHeadersReceived.addListener(({ url, statusCode, timeStamp }) => {
    events.note({ url, statusCode, headersAt: timeStamp, final: false });
  }, filter);
  browser.webRequest.onBeforeRedirect.addListener(({ url, statusCode, ip, redirectUrl }) => {
    events.note({ url, statusCode, remoteIp: ip ?? null, redirectUrl, final: false });
  }, filter);
  browser.webRequest.onCompleted.addListener(({ url, statusCode, ip, fromCache }) => {
    events.note({ url, statusCode, remoteIp: ip ?? null, fromCache, final: true });
  }, filter);
  browser.webRequest.onErrorOccurred.addListener(({ url, error, fromCache }) => {
    events.note({ url, error, fromCache, final: true });
  }, filter);
}
