import type { Round } from '../model/round.ts';

/** Turns rounds into text, one by one. The parts, joined in the order of the calls, are the file. */
export interface TextWriter {
  begin: string;
  round: (round: Round) => string;
  end: () => string;
}

/** A text file in UTF-8. What comes before the rounds comes with the first of them. */
export async function* encodeText(
  rounds: AsyncIterable<Round>,
  { begin, round: write, end }: TextWriter,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let before = begin;
  for await (const round of rounds) {
    const text = before + write(round);
    before = '';
    if (text !== '') yield encoder.encode(text);
  }
  const rest = before + end();
  if (rest !== '') yield encoder.encode(rest);
}
