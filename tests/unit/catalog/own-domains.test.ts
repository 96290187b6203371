import { describe, expect, it } from 'vitest';
import { isWithin, ownDomainsOf } from '../../../lib/catalog/own-domains.ts';
import { aService, aTarget } from '../../helpers/catalog.ts';

const chat = aTarget({ id: 'chat/web', urls: ['https://web.chat.example/'] });
const push = aTarget({ id: 'talk/push', urls: ['https://push.talk.com.tr/', 'https://t.lk/'] });
const pool = aTarget({ id: 'other/pool', kind: 'http', urls: ['http://192.0.2.1/'] });
const services = [
  aService({ id: 'chat', operator: 'One', targets: [chat] }),
  aService({ id: 'talk', operator: 'One', targets: [push] }),
  aService({ id: 'other', operator: 'Two', targets: [pool] }),
];

describe('the domains of whoever runs a service', () => {
  it('are those of all its services', () => {
    expect(ownDomainsOf({ services }, chat)).toEqual(['chat.example', 'talk.com.tr', 't.lk']);
  });

  it('contain no address', () => {
    expect(ownDomainsOf({ services }, pool)).toEqual([]);
  });

  it.each([
    ['chat.example', true],
    ['new.web.chat.example', true],
    ['not-chat.example', false],
    ['chat.example.net', false],
  ])('%s is within: %s', (host, is) => {
    expect(isWithin(host, ['chat.example'])).toBe(is);
  });
});
