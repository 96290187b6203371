import { fingerprintOf } from '../../lib/failure/fingerprint.ts';
import type { Sentences } from './read-firefox.ts';

/**
 * Languages in which messengers are blocked, those of countries around, and the most spoken ones. Mexico's Spanish says
 * of an issuer without a name what Spain's says of a date.
 */
export const languages: readonly string[] =
  'ar az be de en-GB en-US es-AR es-CL es-ES fa fr hy-AM ka kk pl ru tg tr uk uz zh-CN zh-TW'.split(
    ' ',
  );

/** Faults of a certificate; every other fault of a handshake has a name that begins with `SSL_`. */
const certificateNames = [
  'BAD_DER',
  'BAD_SIGNATURE',
  'CA_CERT_INVALID',
  'CERT_NOT_IN_NAME_SPACE',
  'CERT_SIGNATURE_ALGORITHM_DISABLED',
  'EXPIRED_CERTIFICATE',
  'EXPIRED_ISSUER_CERTIFICATE',
  'EXTENSION_VALUE_INVALID',
  'INADEQUATE_CERT_TYPE',
  'INADEQUATE_KEY_USAGE',
  'PATH_LEN_CONSTRAINT_INVALID',
  'REVOKED_CERTIFICATE',
  'REVOKED_KEY',
  'UNKNOWN_ISSUER',
  'UNKNOWN_CRITICAL_EXTENSION',
  'UNSUPPORTED_ELLIPTIC_CURVE',
  'UNSUPPORTED_KEYALG',
  'UNTRUSTED_CERT',
  'UNTRUSTED_ISSUER',
].map((name) => `SEC_ERROR_${name}`);

/** Those of which the tests have the sentences in full. */
const sampled = [
  'MOZILLA_PKIX_ERROR_MITM_DETECTED',
  'MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE',
  'MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT',
  'SEC_ERROR_EXPIRED_CERTIFICATE',
  'SEC_ERROR_REVOKED_CERTIFICATE',
  'SEC_ERROR_UNKNOWN_ISSUER',
  'SSL_ERROR_BAD_CERT_DOMAIN',
  'SSL_ERROR_RX_RECORD_TOO_LONG',
  'SSL_ERROR_UNRECOGNIZED_NAME_ALERT',
];

type AllSentences = ReadonlyMap<string, Sentences>;

/**
 * The table of fingerprints. A sentence of two errors is in it for neither, and so is one that looks alike by chance.
 * @throws Error if a language is missing
 */
export function renderFingerprints(all: AllSentences): string {
  const named = new Map<string, Set<string>>();
  const ambiguous = new Set<string>();
  const nameOf = new Map<string, string>();
  for (const [name, sentence] of chosenOf(all).flatMap((sentences) => [...sentences])) {
    if (!isOfHandshake(name)) continue;
    const fingerprint = fingerprintOf(sentence);
    if ((nameOf.get(fingerprint) ?? name) !== name) ambiguous.add(fingerprint);
    nameOf.set(fingerprint, name);
    named.set(name, (named.get(name) ?? new Set()).add(fingerprint));
  }
  const rows = [...named].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    `// Made by \`npm run firefox-sentences\`, of ${languages.length} languages: ${languages.join(', ')}.`,
    '',
    '/** The fingerprints of how Firefox describes faults of certificates and handshakes, by their names in its source. */',
    'export const sentenceFingerprints: Record<string, string> = {',
    ...rows.map(([name, found]) => {
      const clear = [...found].filter((one) => !ambiguous.has(one)).toSorted();
      return rowOf(name, clear.join(''));
    }),
    '};',
    '',
  ].join('\n');
}

/** As the formatter breaks it. */
function rowOf(name: string, text: string): string {
  const row = `  ${name}: '${text}',`;
  return row.length > 100 ? `  ${name}:\n    '${text}',` : row;
}

/** Some of the sentences themselves, by language and name, to test the table by. */
export function renderSample(all: AllSentences): string {
  const rows = languages.map((language) => {
    const sentences = all.get(language);
    return [language, Object.fromEntries(sampled.map((name) => [name, sentences?.get(name)]))];
  });
  return `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`;
}

function chosenOf(all: AllSentences): Sentences[] {
  return languages.map((language) => {
    const sentences = all.get(language);
    if (sentences === undefined) throw new Error(`No language pack of ${language} is installed.`);
    return sentences;
  });
}

function isOfHandshake(name: string): boolean {
  return /^(SSL|MOZILLA_PKIX)_ERROR_/.test(name) || certificateNames.includes(name);
}
