import type { SiteAnswer } from '../../lib/model/own-service.ts';

/** What came of one request to a site of one's own: an answer as a check wants it. */
export function aSiteAnswer(overrides: Partial<SiteAnswer> = {}): SiteAnswer {
  return {
    outcome: 'answered',
    httpStatus: 200,
    failure: null,
    browserError: null,
    totalMs: 120,
    hasText: null,
    ...overrides,
  };
}
