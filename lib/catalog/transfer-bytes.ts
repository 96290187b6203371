/**
 * Bytes that a `download` asks for or an `upload` sends. With a handshake more than any known freeze
 * lets through (14 to 34 kB).
 */
export const transferBytes = 33_792;
