import { describe, expect, it } from 'vitest';
import { services as builtIn } from '../../../lib/catalog/index.ts';
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

  it('are those that are known besides, too, each once', () => {
    const domains = ['chat-messenger.example', 'chat.example'];
    const known = services.map((one) => (one.id === 'talk' ? { ...one, domains } : one));

    expect(ownDomainsOf({ services: known }, chat)).toEqual([
      'chat.example',
      'talk.com.tr',
      't.lk',
      'chat-messenger.example',
    ]);
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

describe('the known domains of services', () => {
  const ofOperators = builtIn.map(({ operator, domains = [] }) => ({ operator, domains }));

  it('are registered domains, sorted, of one operator each', () => {
    for (const { operator, domains } of ofOperators) {
      expect(domains).toEqual([...new Set(domains)].toSorted());
      const others = ofOperators.filter((one) => one.operator !== operator);

      expect(others.filter((one) => domains.some((each) => one.domains.includes(each)))).toEqual(
        [],
      );
    }
  });
});
