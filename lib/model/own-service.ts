/** A site that a person added to the services that are checked. */
export interface OwnService {
  /** `own-` and a part that is never used again. */
  id: string;
  name: string;
  /** Over HTTPS, at a public name. */
  url: string;
  /** A text that the page contains; null where any answer will do. */
  contains: string | null;
}

/** The same before it is added. */
export type OwnServiceDraft = Omit<OwnService, 'id'>;

/** What ids of people's own services begin with, and no id of the catalog. */
export const ownServicePrefix = 'own-';

/** Whether a service is a person's own, which is evidence of itself alone. */
export function isOwnService({ id }: { id: string }): boolean {
  return id.startsWith(ownServicePrefix);
}

/** What came of one request to a site, without a verdict. */
export interface SiteAnswer {
  /**
   * `answered`: as a check wants it; `refused`: by a status or page that counts as a failure; `failed`: without an
   * answer; `unsent`: the failure lies with this computer; `forbidden`: the browser does not allow the request.
   */
  outcome: 'answered' | 'refused' | 'failed' | 'unsent' | 'forbidden';
  httpStatus: number | null;
  /** OONI df-007 failure string. */
  failure: string | null;
  browserError: string | null;
  totalMs: number | null;
  /** Whether the wanted text was in the page; null where none was wanted, or no page came. */
  hasText: boolean | null;
}
