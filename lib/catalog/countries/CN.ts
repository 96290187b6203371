import type { CountryData } from '../country-schema.ts';

/** False DNS answers come from pools of foreign addresses, so that no list of addresses tells them. */
export const CN: CountryData = {
  country: 'CN',
  languages: ['zh'],
  services: [
    {
      service: 'wechat',
      on: true,
      source: 'general knowledge: the messenger that nearly everybody uses',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  controls: [
    {
      id: 'cn-baidu',
      operator: 'Baidu',
      url: 'https://www.baidu.com/',
      pulse: true,
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'cn-163',
      operator: 'NetEase',
      url: 'https://www.163.com/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'cn-taobao',
      operator: 'Alibaba',
      url: 'https://www.taobao.com/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  resolvers: [
    {
      id: 'alidns',
      url: 'https://dns.alidns.com/dns-query',
      source: 'Runnin4ik/dpi-detector:config.yml',
      confidence: 'general',
      reviewed: '2026-11-26',
      note: 'That it repeats the false answers of the border is general knowledge.',
    },
  ],
  blockedCanaries: [
    {
      id: 'cn-facebook',
      url: 'https://www.facebook.com/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'cn-youtube',
      url: 'https://www.youtube.com/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'cn-wikipedia',
      url: 'https://www.wikipedia.org/',
      candidate: true,
      source: 'OONI, 2019',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
};
