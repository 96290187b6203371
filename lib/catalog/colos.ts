import type { Colo } from './schema.ts';

const known: [code: string, country: string, latitude: number, longitude: number][] = [
  ['HEL', 'FI', 60, 25],
  ['ARN', 'SE', 60, 18],
  ['CPH', 'DK', 56, 13],
  ['RIX', 'LV', 57, 24],
  ['VNO', 'LT', 55, 25],
  ['WAW', 'PL', 52, 21],
  ['KBP', 'UA', 50, 31],
  ['VIE', 'AT', 48, 17],
  ['BUD', 'HU', 47, 19],
  ['BEG', 'RS', 45, 20],
  ['OTP', 'RO', 45, 26],
  ['ATH', 'GR', 38, 24],
  ['IST', 'TR', 41, 29],
  ['LCA', 'CY', 35, 34],
  ['TLV', 'IL', 32, 35],
  ['FRA', 'DE', 50, 9],
  ['AMS', 'NL', 52, 5],
  ['CDG', 'FR', 49, 2],
  ['LHR', 'GB', 52, 0],
  ['ZRH', 'CH', 48, 8],
  ['MAD', 'ES', 40, -4],
  ['LIS', 'PT', 39, -9],
  ['TBS', 'GE', 42, 45],
  ['EVN', 'AM', 40, 44],
  ['GYD', 'AZ', 40, 50],
  ['ALA', 'KZ', 43, 77],
  ['NQZ', 'KZ', 51, 72],
  ['TAS', 'UZ', 41, 69],
  ['ULN', 'MN', 48, 107],
  ['DXB', 'AE', 25, 55],
  ['DEL', 'IN', 29, 77],
  ['BOM', 'IN', 19, 73],
  ['BKK', 'TH', 14, 101],
  ['SIN', 'SG', 1, 104],
  ['HKG', 'HK', 22, 114],
  ['ICN', 'KR', 38, 126],
  ['NRT', 'JP', 36, 140],
  ['EWR', 'US', 41, -74],
  ['LAX', 'US', 34, -118],
  ['EZE', 'AR', -35, -58],
];

/**
 * Colos near Russia, in Europe and the Gulf, and large hubs, in whole degrees. Nothing is inferred from a
 * colo that is not listed.
 */
export const colos: Colo[] = known.map(([code, country, latitude, longitude]) => ({
  code,
  country,
  latitude,
  longitude,
}));
