/** The entries of a file in the format of Java's properties, as Firefox reads it. */
export function parseProperties(text: string): Map<string, string> {
  const lines = text
    .replaceAll(/\\\r?\n\s*/g, '')
    .split(/\r?\n/)
    .map((line) => /^\s*([^#!=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line));
  return new Map(
    lines.flatMap((line) => (line ? [[line[1] ?? '', unescaped(line[2] ?? '')]] : [])),
  );
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

function unescaped(value: string): string {
  return value.replaceAll(/\\(?:u([\da-f]{4})|(.))/gi, (_, code?: string, character = '') =>
    code === undefined
      ? (escapes[character] ?? character)
      : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
