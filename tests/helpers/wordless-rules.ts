/** Rules of a schema and of all schemas in it that do not say in words what they allow, each by its type. */
export function wordlessRules(schema: object, seen = new Set<object>()): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const { kind, type, message } = schema as Record<string, unknown>;
  // A raw check says it itself.
  const isWordless = kind === 'validation' && type !== 'raw_check' && typeof message !== 'string';
  const parts = Object.values(schema).filter((part) => typeof part === 'object' && part !== null);
  return [
    ...(isWordless ? [String(type)] : []),
    ...parts.flatMap((part) => wordlessRules(part, seen)),
  ];
}
