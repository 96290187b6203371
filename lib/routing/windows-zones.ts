/**
 * Zones that browsers on Windows report of several countries, each with the others of these (ISO 3166-1 alpha-2):
 * Windows has one zone for all, and where its region setting is none of them, the browser names it after one of them.
 * Source: unicode-org/cldr:common/supplemental/windowsZones.xml at 062dc06, by the territory 001, reviewed on
 * 2026-12-01; without Antarctica, islands on which nobody lives, and places that keep another time since.
 */
export const windowsZones: Readonly<Record<string, string>> = {
  'Africa/Casablanca': 'EH',
  'Africa/Johannesburg': 'BI BW CD LS MW MZ RW SZ ZM ZW',
  'Africa/Lagos': 'AO BJ CD CF CG CM DZ GA GQ NE TD TN',
  'Africa/Nairobi': 'DJ ER ET KM MG SO TZ UG YT',
  'America/Bogota': 'BR CA EC JM KY PA PE',
  'America/Cayenne': 'BR FK SR',
  'America/Chicago': 'CA MX',
  'America/Denver': 'CA MX',
  'America/Guatemala': 'BZ CR EC HN NI SV',
  'America/Halifax': 'BM GL',
  'America/La_Paz': 'AG AI AW BB BL BQ BR CA CW DM DO GD GP GY KN LC MF MQ MS PR SX TT VC VG VI',
  'America/Los_Angeles': 'CA',
  'America/New_York': 'BS CA',
  'America/Phoenix': 'CA MX',
  'Asia/Bangkok': 'CX ID KH LA VN',
  'Asia/Bishkek': 'CN',
  'Asia/Dhaka': 'BT',
  'Asia/Dubai': 'OM',
  'Asia/Rangoon': 'CC',
  'Asia/Riyadh': 'BH KW QA YE',
  'Asia/Shanghai': 'HK MO',
  'Asia/Singapore': 'BN ID MY PH',
  'Asia/Tashkent': 'KZ MV TJ TM',
  'Asia/Tokyo': 'ID PW TL',
  'Europe/Berlin': 'AD AT CH GI IT LI LU MC MT NL NO SE SJ SM VA',
  'Europe/Bucharest': 'CY GR',
  'Europe/Budapest': 'AL CZ ME RS SI SK',
  'Europe/Kiev': 'AX BG EE FI LT LV',
  'Europe/London': 'ES FO GG IE IM JE PT',
  'Europe/Paris': 'BE DK ES',
  'Europe/Warsaw': 'BA HR MK',
  'Indian/Mauritius': 'RE SC',
  'Pacific/Guadalcanal': 'FM NC VU',
  'Pacific/Honolulu': 'CK PF',
  'Pacific/Port_Moresby': 'FM GU MP',
};
