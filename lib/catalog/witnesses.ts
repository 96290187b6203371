import type { Control } from './schema.ts';

/** Neutral foreign sites, asked in turn: each is a new name and a new connection. */
export const witnesses: Control[] = [
  ['github', 'GitHub', 'https://github.com/', 'hyperion-cs/dpi-checkers cidrwhitelist'],
  ['google', 'Google', 'https://www.google.com/', 'hyperion-cs/dpi-checkers cidrwhitelist'],
  ['amazon', 'Amazon', 'https://checkip.amazonaws.com/', 'general practice'],
  ['cloudflare-site', 'Cloudflare', 'https://www.cloudflare.com/', 'general practice'],
  ['ipify', 'ipify', 'https://api.ipify.org/', 'general practice'],
  ['geojs', 'GeoJS', 'https://get.geojs.io/', 'general practice'],
  ['country-is', 'country.is', 'https://api.country.is/', 'general practice'],
  ['ifconfig', 'ifconfig.co', 'https://ifconfig.co/', 'general practice'],
].map(([id = '', operator = '', url = '', source = '']) => ({
  id,
  group: 'foreign',
  operator,
  url,
  method: 'HEAD',
  pulse: false,
  source,
  confidence: 'general',
}));
