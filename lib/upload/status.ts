/** Why the last try of an upload came to nothing. */
export interface UploadProblem {
  /**
   * `unreachable`: no answer, or a redirect; `slow`: none within the time; `status`: a refusing status; `answer`:
   * an answer that no receiver of this kind gives, or one that was cut.
   */
  kind: 'unreachable' | 'slow' | 'status' | 'answer';
  /** HTTP status; of the kind `status` only. */
  status?: number;
  /** ISO 8601 UTC. */
  at: string;
}

/** What became of the rounds since the upload was turned on. */
export interface UploadStatus {
  /** Rounds that were accepted, apart from the records in `refused`. */
  delivered: number;
  /** Rounds that were not, or in part only: too many waited, or the endpoint takes none of a part. */
  dropped: number;
  /** Rounds that were deleted from the history before they were sent. */
  gone: number;
  /** Records that the endpoint refused. */
  refused: number;
  /** ISO 8601 UTC of the last accepted request. */
  deliveredAt: string | null;
  /** Tries in a row that came to nothing. */
  failures: number;
  /** ISO 8601 UTC; until then nothing is sent. */
  notBefore: string | null;
  /** Parts of which nothing is sent until a moment (ISO 8601 UTC), as the endpoint does not know them. */
  held?: Readonly<Record<string, string>>;
  problem: UploadProblem | null;
}

export const noUploadStatus: UploadStatus = {
  delivered: 0,
  dropped: 0,
  gone: 0,
  refused: 0,
  deliveredAt: null,
  failures: 0,
  notBefore: null,
  problem: null,
};
