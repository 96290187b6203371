import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../../lib/failure/fingerprint.ts';
import { languages, renderFingerprints } from '../../../../scripts/firefox-sentences/render.ts';

/** Every language has these sentences. */
function spoken(sentences: Record<string, string>) {
  return new Map(languages.map((language) => [language, new Map(Object.entries(sentences))]));
}

describe('the table of fingerprints', () => {
  it('has a sentence once, whatever languages have it', () => {
    const text = renderFingerprints(spoken({ SEC_ERROR_UNKNOWN_ISSUER: 'Who is that?' }));

    expect(text).toContain(`  SEC_ERROR_UNKNOWN_ISSUER: '${fingerprintOf('Who is that?')}',`);
  });

  it('leaves out what is about neither a certificate nor a handshake', () => {
    expect(renderFingerprints(spoken({ SEC_ERROR_NO_MEMORY: 'Full.' }))).not.toContain('SEC_ERROR');
  });

  it('has a sentence of two errors for neither', () => {
    const text = renderFingerprints(
      spoken({ SEC_ERROR_UNKNOWN_ISSUER: 'Bad.', SSL_ERROR_BAD_CERT_DOMAIN: 'Bad.' }),
    );

    expect(text).toContain("SEC_ERROR_UNKNOWN_ISSUER: ''");
    expect(text).toContain("SSL_ERROR_BAD_CERT_DOMAIN: ''");
  });

  it('is not made without one of the languages', () => {
    const all = spoken({});
    all.delete('uz');

    expect(() => renderFingerprints(all)).toThrow('No language pack of uz');
  });
});
