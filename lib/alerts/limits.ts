/**
 * A change is told at once where no other awaits confirmation. Else others, as of a block of many, are told with it; in
 * milliseconds, the rounds that confirm (a minute apart, at most four) and what they last.
 */
export const gatherMs = 5 * 60_000;

/** Between two notifications, in milliseconds: the usual time between two checks. */
export const apartMs = 15 * 60_000;

/** In 24 hours: what comes and goes more often is no news that a person could act on, but a nuisance. */
export const mostADay = 8;

export const dayMs = 24 * 60 * 60_000;
