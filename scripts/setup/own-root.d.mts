export function withNamespaces(command: readonly string[]): string[];
