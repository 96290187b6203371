import type { CountryData } from '../country-schema.ts';

export const UZ: CountryData = {
  country: 'UZ',
  languages: ['uz', 'ru'],
  controls: [
    {
      id: 'uz-kun',
      operator: 'Kun.uz',
      url: 'https://kun.uz/',
      pulse: true,
      candidate: true,
      source: 'citizenlab/test-lists:lists/uz.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'uz-gazeta',
      operator: 'Gazeta.uz',
      url: 'https://www.gazeta.uz/',
      candidate: true,
      source: 'citizenlab/test-lists:lists/uz.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'uz-my-gov',
      operator: 'my.gov.uz',
      url: 'https://my.gov.uz/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'uz-uztelecom',
      operator: 'Uztelecom',
      url: 'https://uztelecom.uz/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  cities: [
    { zone: 'Asia/Tashkent', latitude: 41, longitude: 69 },
    { zone: 'Asia/Samarkand', latitude: 40, longitude: 67 },
  ],
};
