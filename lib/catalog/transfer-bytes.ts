/**
 * Bytes that a `download` requests or an `upload` sends. Together with a handshake, more than any known freeze
 * lets through (14 to 34 kB).
 */
export const transferBytes = 33_792;
