import { describe, expect, it } from 'vitest';
import { answerHeadersOf } from '../../../lib/observe/answer-headers.ts';
import { elsewhereOf, filterOf } from '../../../lib/observe/elsewhere.ts';

const own = ['chat.example', 'chat-media.example'];
const encode = (text: string) => new TextEncoder().encode(text);
const page = (title: string) => ({ redirectUrl: null, body: encode(`<title> ${title}</title>`) });
const redirect = (redirectUrl: string) => ({ redirectUrl, body: encode('') });

describe('what an answer shows that may be none of the service’s own', () => {
  it.each([
    ['a host elsewhere', 'https://block.office-filter.com/why', 'redirect block.office-filter.com'],
    ['a host of a household', 'https://filter.lan/why', 'inside filter.lan'],
    ['a host without a domain', 'https://filter/', 'inside filter'],
    ['an address', 'https://192.168.1.2/', 'inside 192.168.1.2'],
    ['a host of its own', 'https://www.chat.example/', null],
    ['another domain of its own', 'https://cdn.chat-media.example/', null],
    ['a name that ends like its own', 'https://notchat.com/', 'redirect notchat.com'],
    ['a shop for programs', 'https://play.google.com/store', null],
    ['a place to sign in', 'https://login.live.com/oauth', null],
  ])('is told by a redirect to %s', (_case, url, expected) => {
    expect(elsewhereOf(redirect(url), own)).toBe(expected);
  });

  it.each([
    ['Office network: this page is closed', 'page Office network: this page is closed'],
    ['Loading dock rules', null],
    ['Homework first', 'page Homework first'],
    ['', null],
    ['403 Forbidden', null],
    ['ERROR: The request could not be satisfied', null],
    ['Invalid URL', null],
    ['Service Unavailable', null],
    ['Just a moment...', null],
    ['Attention Required! | Cloudflare', null],
    ['Welcome to nginx!', null],
    ['Apache2 Debian Default Page: It works', null],
    ['IIS Windows Server', null],
    ['Test Page for the HTTP Server', null],
    ['Testing the limits of your household', 'page Testing the limits of your household'],
    ['Login', null],
  ])('is told by the title “%s” of a page: %s', (title, expected) => {
    expect(elsewhereOf(page(title), own)).toBe(expected);
  });
});

describe('the page of a known filter', () => {
  it('is told by its text, or by where it redirects to', () => {
    expect(filterOf({ ...page('x'), body: encode('<p>powered by FORTIGUARD') })).toBe('page');
    expect(filterOf(redirect('https://block.opendns.com/?url=1'))).toBe('redirect');
    expect(filterOf(redirect('https://opendns.com/'))).toBeNull();
    expect(filterOf(page('Chat'))).toBeNull();
  });

  it.each([
    ['Zscaler/6.2', 'page'],
    ['nginx', null],
  ])('is told by the name of its server alone, as to a HEAD: %s', (value, expected) => {
    const headers = answerHeadersOf([{ name: 'Server', value }]);

    expect(filterOf({ redirectUrl: null, body: encode(''), headers })).toBe(expected);
  });
});
