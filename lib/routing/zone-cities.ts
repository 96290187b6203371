import type { Place } from './observation.ts';

/** The cities that name Russia's time zones, in whole degrees. Two zones with only a few villages are missing. */
const places: [zone: string, latitude: number, longitude: number][] = [
  ['Europe/Kaliningrad', 55, 20],
  ['Europe/Moscow', 56, 38],
  ['Europe/Kirov', 59, 50],
  ['Europe/Volgograd', 49, 44],
  ['Europe/Astrakhan', 46, 48],
  ['Europe/Saratov', 52, 46],
  ['Europe/Ulyanovsk', 54, 48],
  ['Europe/Samara', 53, 50],
  ['Asia/Yekaterinburg', 57, 61],
  ['Asia/Omsk', 55, 73],
  ['Asia/Novosibirsk', 55, 83],
  ['Asia/Barnaul', 53, 84],
  ['Asia/Tomsk', 56, 85],
  ['Asia/Novokuznetsk', 54, 87],
  ['Asia/Krasnoyarsk', 56, 93],
  ['Asia/Irkutsk', 52, 104],
  ['Asia/Chita', 52, 114],
  ['Asia/Yakutsk', 62, 130],
  ['Asia/Vladivostok', 43, 132],
  ['Asia/Magadan', 60, 151],
  ['Asia/Sakhalin', 47, 143],
  ['Asia/Srednekolymsk', 68, 154],
  ['Asia/Kamchatka', 53, 159],
  ['Asia/Anadyr', 65, 178],
];

const cities: ReadonlyMap<string, Place> = new Map(
  places.map(([zone, latitude, longitude]) => [zone, { country: 'RU', latitude, longitude }]),
);

/** Null where the zone belongs to another country or its city is not listed. */
export function cityOf(timeZone: string | null, country: string): Place | null {
  const city = timeZone === null ? undefined : cities.get(timeZone);
  return city?.country === country ? city : null;
}
