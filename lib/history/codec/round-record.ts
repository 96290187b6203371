import { deflateSync, inflateSync } from 'fflate';
import type { Round } from '../../model/round.ts';
import { fromShapes, type Shaped, toShapes } from './shapes.ts';

/** A text that rounds are compressed against, as it is much like theirs. */
export interface Dictionary {
  /** Its number in the database, from 1. */
  number: number;
  text: string;
}

/** The first byte of a record. The compressed JSON of earlier versions begins with none such (RFC 1951, 3.2.3). */
const mark = 0b110;
const version = 3;
/** Mark, version, the dictionary's number (32 bits; 0 without one), and the text's length in bytes (32 bits). */
const headerBytes = 10;

/** A round as text that is much like that of other rounds. */
export function textOfRound(round: Round): string {
  const startedMs = Date.parse(round.startedAt);
  return JSON.stringify(toShapes(round, Number.isNaN(startedMs) ? 0 : startedMs));
}

/**
 * A round's text as a record, before it is sealed.
 * @param asItIs within the same format, but not compressed
 */
export function packRound(
  text: string,
  dictionary: Dictionary | null,
  asItIs = false,
): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text);
  const level = asItIs ? 0 : 6;
  const deflated = deflateSync(bytes, { ...optionsOf(dictionary), level });
  const record = new Uint8Array(headerBytes + deflated.length);
  record.set([mark, version]);
  const header = new DataView(record.buffer);
  header.setUint32(2, dictionary?.number ?? 0);
  header.setUint32(6, bytes.length);
  record.set(deflated, headerBytes);
  return record;
}

/** The number of the dictionary that a record needs; null where it needs none. */
export function dictionaryOf(record: Uint8Array): number | null {
  if (record[0] !== mark) return null;
  const number = new DataView(record.buffer, record.byteOffset).getUint32(2);
  return number === 0 ? null : number;
}

/**
 * Opens records of this version and of all before it.
 * @param dictionary the one that `dictionaryOf` names
 * @throws where the record is damaged, or of a later version
 */
export function unpackRound(record: Uint8Array, dictionary: Dictionary | null): Round {
  if (record[0] !== mark) return parse(inflateSync(record)) as Round;
  if (record[1] !== version) throw new Error(`The record has version ${record[1]}.`);
  if (dictionaryOf(record) !== (dictionary?.number ?? null)) {
    throw new Error(`The record needs dictionary ${dictionaryOf(record)}.`);
  }
  // Without a place for the text, fflate would take 128 kB for each.
  const out = new Uint8Array(new DataView(record.buffer, record.byteOffset).getUint32(6));
  const text = inflateSync(record.subarray(headerBytes), { ...optionsOf(dictionary), out });
  return fromShapes(parse(text) as Shaped) as Round;
}

/** The bytes of dictionaries, each of which serves the rounds of a day. */
const encoded = new WeakMap<Dictionary, Uint8Array>();

function optionsOf(dictionary: Dictionary | null): { dictionary?: Uint8Array } {
  if (dictionary === null) return {};
  const bytes = encoded.get(dictionary) ?? new TextEncoder().encode(dictionary.text);
  encoded.set(dictionary, bytes);
  return { dictionary: bytes };
}

function parse(text: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(text));
}
