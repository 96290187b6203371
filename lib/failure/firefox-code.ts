import { fingerprintLength, fingerprintOf } from './fingerprint.ts';
import { sentenceFingerprints } from './firefox-sentences.ts';

/** Stands for a sentence of a language or a version that the table does not have. */
export const unknownSentence = 'UNKNOWN_SENTENCE';

/**
 * The code of an error that Firefox reports. Faults of a certificate or a handshake come as a sentence in the
 * browser's language, so the code is their name in Firefox's source, such as `SEC_ERROR_UNKNOWN_ISSUER`; others come
 * as a code.
 */
export function firefoxCodeOf(error: string): string {
  if (/^[A-Z\d_]+$/.test(error)) return error;
  names ??= readNames();
  return names.get(fingerprintOf(error)) ?? unknownSentence;
}

let names: Map<string, string> | undefined;

function readNames(): Map<string, string> {
  const pattern = new RegExp(`.{${fingerprintLength}}`, 'g');
  return new Map(
    Object.entries(sentenceFingerprints).flatMap(([name, fingerprints]) =>
      (fingerprints.match(pattern) ?? []).map((one) => [one, name] as const),
    ),
  );
}
