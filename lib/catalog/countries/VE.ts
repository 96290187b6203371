import type { CountryData } from '../country-schema.ts';

export const VE: CountryData = {
  country: 'VE',
  languages: ['es'],
  controls: [
    {
      id: 've-ultimas',
      operator: 'Ultimas Noticias',
      url: 'https://www.ultimasnoticias.com.ve/',
      pulse: true,
      candidate: true,
      source: 'citizenlab/test-lists:lists/ve.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 've-bcv',
      operator: 'BCV',
      url: 'https://www.bcv.org.ve/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 've-digitel',
      operator: 'Digitel',
      url: 'https://www.digitel.com.ve/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 've-movistar',
      operator: 'Movistar Venezuela',
      url: 'https://www.movistar.com.ve/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  blockedCanaries: [
    {
      id: 've-infobae',
      url: 'https://www.infobae.com/',
      candidate: true,
      source: 'VE sin Filtro, 2019: withheld by CANTV, Movistar and Digitel',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 've-minuto30',
      url: 'https://www.minuto30.com/',
      candidate: true,
      source: 'VE sin Filtro, 2019: withheld by CANTV, Movistar and Digitel',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
  cities: [{ zone: 'America/Caracas', latitude: 10, longitude: -67 }],
};
