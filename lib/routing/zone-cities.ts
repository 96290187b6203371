import type { Place } from './observation.ts';

/** The cities that Russia's time zones are named after. */
const places: [zone: string, latitude: number, longitude: number][] = [
  ['Europe/Kaliningrad', 54.7, 20.5],
  ['Europe/Moscow', 55.8, 37.6],
  ['Europe/Kirov', 58.6, 49.7],
  ['Europe/Volgograd', 48.7, 44.5],
  ['Europe/Astrakhan', 46.3, 48.0],
  ['Europe/Saratov', 51.5, 46.0],
  ['Europe/Ulyanovsk', 54.3, 48.4],
  ['Europe/Samara', 53.2, 50.1],
  ['Asia/Yekaterinburg', 56.8, 60.6],
  ['Asia/Omsk', 55.0, 73.4],
  ['Asia/Novosibirsk', 55.0, 82.9],
  ['Asia/Barnaul', 53.4, 83.8],
  ['Asia/Tomsk', 56.5, 85.0],
  ['Asia/Novokuznetsk', 53.8, 87.1],
  ['Asia/Krasnoyarsk', 56.0, 92.9],
  ['Asia/Irkutsk', 52.3, 104.3],
  ['Asia/Chita', 52.1, 113.5],
  ['Asia/Yakutsk', 62.0, 129.7],
  ['Asia/Khandyga', 62.7, 135.6],
  ['Asia/Vladivostok', 43.1, 131.9],
  ['Asia/Ust-Nera', 64.6, 143.2],
  ['Asia/Magadan', 59.6, 150.8],
  ['Asia/Sakhalin', 47.0, 142.7],
  ['Asia/Srednekolymsk', 67.5, 153.7],
  ['Asia/Kamchatka', 53.0, 158.7],
  ['Asia/Anadyr', 64.7, 177.5],
];

const cities: ReadonlyMap<string, Place> = new Map(
  places.map(([zone, latitude, longitude]) => [zone, { country: 'RU', latitude, longitude }]),
);

/** Null where the zone is none of the country's, or its city is not known here. */
export function cityOf(timeZone: string | null, country: string): Place | null {
  const city = timeZone === null ? undefined : cities.get(timeZone);
  return city?.country === country ? city : null;
}
