/** What the headers of an answer tell of who gave it. */
export interface AnswerHeaders {
  /** The server's name for itself, in lower case; null without one. */
  server: string | null;
  /** The type of the body without its parameters, in lower case; null without one. */
  type: string | null;
  /** The length of the body as announced; null without one. */
  length: string | null;
  /** A proxy on the way names itself, or says that it refused the request. */
  byProxy: boolean;
  /** A proxy gave the answer in place of the server. */
  ofProxy: boolean;
  /** It asks a person to prove that they are one. */
  challenges: boolean;
}
