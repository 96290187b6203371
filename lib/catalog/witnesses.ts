import type { Control } from './schema.ts';

/** Neutral foreign sites, used in turn: each needs a new name lookup and a new connection. */
export const witnesses: Control[] = [
  ['github', 'GitHub', 'https://github.com/'],
  ['google', 'Google', 'https://www.google.com/'],
  ['amazon', 'Amazon', 'https://checkip.amazonaws.com/'],
  ['debian', 'Debian', 'https://www.debian.org/'],
  ['apache', 'Apache', 'https://www.apache.org/'],
  ['python', 'Python', 'https://www.python.org/'],
  ['kernel', 'Linux', 'https://www.kernel.org/'],
  ['w3', 'W3C', 'https://www.w3.org/'],
].map(([id = '', operator = '', url = '']) => ({
  id,
  group: 'foreign',
  operator,
  url,
  method: 'HEAD',
  pulse: false,
}));
