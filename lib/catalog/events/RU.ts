import type { KnownEvent } from '../../model/known-event.ts';

/** No source is a body whose pages it is dangerous in Russia to pass on. */
export const RU: readonly KnownEvent[] = [
  {
    id: 'ru-2025-08-13',
    day: '2025-08-13',
    services: ['whatsapp', 'telegram'],
    sources: [
      'https://rb.ru/news/sozvony-v-inostrannyh-messendzherah-popali-pod-ogranichenie-zayavlenie-roskomnadzora/',
    ],
  },
  {
    id: 'ru-2025-09-05',
    day: '2025-09-05',
    services: [],
    sources: [
      'https://rb.ru/news/belyj-spisok-sajtov-obnovili-v-3-j-raz-v-perechne-poyavilis-onlajn-kinoteatr-okko-i-servis-nedvizhimosti-domklik/',
    ],
  },
  {
    id: 'ru-2025-10-22',
    day: '2025-10-22',
    services: ['whatsapp', 'telegram'],
    sources: ['https://www.kommersant.ru/doc/8140567'],
  },
  {
    id: 'ru-2025-11-28',
    day: '2025-11-28',
    services: ['whatsapp'],
    sources: [
      'https://3dnews.ru/1133112/roskomnadzor-obyavil-o-nachale-blokirovki-whatsapp-v-rossii',
    ],
  },
  {
    id: 'ru-2025-12-04',
    day: '2025-12-04',
    services: ['facetime', 'snapchat'],
    sources: [
      'https://www.kommersant.ru/doc/8252227',
      'https://rtvi.com/news/roskomnadzor-obyavil-o-blokirovke-snapchat-v-rossii/',
    ],
  },
  {
    id: 'ru-2025-12-22',
    day: '2025-12-22',
    services: ['whatsapp'],
    sources: [
      'https://www.amic.ru/news/roskomnadzor-prigrozil-polnostyu-zablokirovat-whatsapp-574940',
    ],
  },
  {
    id: 'ru-2026-02-10',
    day: '2026-02-10',
    services: ['telegram'],
    sources: ['https://tass.com/economy/2084741', 'https://www.kommersant.ru/doc/8441184'],
  },
  {
    id: 'ru-2026-02-11',
    day: '2026-02-11',
    services: ['whatsapp'],
    sources: ['https://www.rbc.ru/politics/12/02/2026/698d78079a7947ffe922a0e8'],
  },
  {
    id: 'ru-2026-03-20',
    day: '2026-03-20',
    services: ['telegram'],
    sources: ['https://explorer.ooni.org/findings/96225549500'],
  },
];
