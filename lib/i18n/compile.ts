import type { CompiledMessage } from '@lingui/message-utils/compileMessage';

/*
 * Lingui's own compiler adds 8 kB to a popup that should paint at once. This one supports arguments, numbers,
 * plurals and selects; a test compares it with Lingui's on every message of ours.
 */

type Token = CompiledMessage[number];

interface Reader {
  source: string;
  at: number;
}

/** Compiles an ICU message into the form that Lingui interpolates. */
export function compile(message: string): CompiledMessage {
  return readTokens({ source: message, at: 0 }, false);
}

function readTokens(reader: Reader, inPlural: boolean): CompiledMessage {
  const tokens: Token[] = [];
  while (reader.at < reader.source.length && reader.source[reader.at] !== '}') {
    tokens.push(readToken(reader, inPlural));
  }
  return tokens;
}

function readToken(reader: Reader, inPlural: boolean): Token {
  const sign = reader.source[reader.at];
  if (sign === '{') return readArgument(reader, inPlural);
  if (sign === '#' && inPlural) {
    reader.at += 1;
    return '#';
  }
  return readUntil(reader, inPlural ? /[{}#]/g : /[{}]/g);
}

function readArgument(reader: Reader, inPlural: boolean): Token {
  const name = readWord(reader, 1);
  if (reader.source[reader.at] === '}') return close(reader, [name]);
  const type = readWord(reader, 1);
  if (reader.source[reader.at] === '}') return close(reader, [name, type]);
  reader.at += 1;
  return close(reader, [name, type, readCases(reader, inPlural || type === 'plural')]);
}

function readCases(reader: Reader, inPlural: boolean): Record<string, CompiledMessage> {
  const cases: Record<string, CompiledMessage> = {};
  for (;;) {
    const key = readUntil(reader, /[{}]/g).trim();
    if (reader.source[reader.at] !== '{') return cases;
    reader.at += 1;
    cases[key.replace(/^=/, '')] = close(reader, readTokens(reader, inPlural));
  }
}

function readWord(reader: Reader, skip: number): string {
  reader.at += skip;
  return readUntil(reader, /[,}]/g).trim();
}

function readUntil(reader: Reader, end: RegExp): string {
  end.lastIndex = reader.at;
  const stop = end.exec(reader.source)?.index ?? reader.source.length;
  const text = reader.source.slice(reader.at, stop);
  reader.at = stop;
  return text;
}

function close<Value>(reader: Reader, value: Value): Value {
  reader.at += 1;
  return value;
}
