import type { Control } from './schema.ts';

/** Neutral foreign sites, asked in turn: each is a new name and a new connection. */
export const witnesses: Control[] = [
  ['github', 'GitHub', 'https://github.com/', 'hyperion-cs/dpi-checkers cidrwhitelist'],
  ['google', 'Google', 'https://www.google.com/', 'hyperion-cs/dpi-checkers cidrwhitelist'],
  ['amazon', 'Amazon', 'https://checkip.amazonaws.com/', 'general practice'],
  ['debian', 'Debian', 'https://www.debian.org/', 'general practice'],
  ['ipify', 'ipify', 'https://api.ipify.org/', 'general practice'],
  ['python', 'Python', 'https://www.python.org/', 'general practice'],
  ['kernel', 'Linux', 'https://www.kernel.org/', 'general practice'],
  ['w3', 'W3C', 'https://www.w3.org/', 'general practice'],
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
