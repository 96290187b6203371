import { describe, expect, it } from 'vitest';
import { redirectTarget } from '../../../lib/observe/redirect-target.ts';

const url = 'https://www.viber.com/en/#probe-1';

function anAnswer(statusCode: number, location?: string, name = 'Location') {
  const others = [{ name: 'Content-Length', value: '0' }];
  const own = location === undefined ? [] : [{ name, value: location }];
  return { url, statusCode, responseHeaders: [...others, ...own] };
}

describe('the target of a redirect', () => {
  it.each([
    ['another host', anAnswer(302, 'http://warning.rt.ru/'), 'http://warning.rt.ru/'],
    [
      'a lower-case header',
      anAnswer(301, 'http://warning.rt.ru/', 'location'),
      'http://warning.rt.ru/',
    ],
    [
      'a choice of targets, one of which is named',
      anAnswer(300, '/en/'),
      'https://www.viber.com/en/',
    ],
    ['a path', anAnswer(307, '/blocked?x=1'), 'https://www.viber.com/blocked?x=1'],
    [
      'another host, by the same scheme',
      anAnswer(308, '//warning.rt.ru/a'),
      'https://warning.rt.ru/a',
    ],
  ])('is read: %s', (_what, answer, target) => {
    expect(redirectTarget(answer)).toBe(target);
  });

  it.each([
    ['no redirect', anAnswer(200, 'http://warning.rt.ru/')],
    ['no target', anAnswer(302)],
    ['an invalid URL', anAnswer(302, 'http://:x/')],
    ['a header without text', { url, statusCode: 302, responseHeaders: [{ name: 'Location' }] }],
    ['no headers', { url, statusCode: 302 }],
  ])('is null: %s', (_what, answer) => {
    expect(redirectTarget(answer)).toBeNull();
  });
});
