/**
 * Ids of the controls whose names filters of one's own withhold, and states do not: Mozilla's, by which a household's
 * resolver asks Firefox to leave names to it, and one of advertising.
 */
export const filterSigns = { canary: 'application-dns', advertising: 'advertising' } as const;
