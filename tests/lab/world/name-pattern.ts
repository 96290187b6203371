/** Whether a host name matches one of a world description's patterns. */
export function matchesName(patterns: readonly string[], name: string): boolean {
  const lower = name.toLowerCase();
  return patterns.some((pattern) => matchesOne(pattern, lower));
}

function matchesOne(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  if (pattern.startsWith('.')) return name === pattern.slice(1) || name.endsWith(pattern);
  return name === pattern;
}
