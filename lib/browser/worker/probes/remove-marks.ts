import { type Browser, browser } from 'wxt/browser';

type Rule = Browser.declarativeNetRequest.Rule;

const requestMarks = ['origin', 'cookie', 'referer', 'authorization'];

/**
 * Has the browser remove what names the person or the extension from all requests of the extension, and
 * cookies from their answers, until the browser closes. Rejects if it does not.
 */
export async function removeMarks(): Promise<void> {
  const rule = ruleFor(new URL(browser.runtime.getURL('/')).hostname);
  // The rule of an earlier worker may still be there.
  const removeRuleIds = [rule.id];
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds, addRules: [rule] });
}

/** @param host the extension's own, which is where its requests come from */
function ruleFor(host: string): Rule {
  return {
    id: 1,
    action: {
      type: 'modifyHeaders',
      requestHeaders: requestMarks.map((header) => ({ header, operation: 'remove' })),
      responseHeaders: [{ header: 'set-cookie', operation: 'remove' }],
    },
    condition: { initiatorDomains: [host], resourceTypes: ['xmlhttprequest', 'websocket'] },
  };
}
