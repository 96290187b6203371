/*
 * What opens rounds, or looks for some. The dashboard loads it when somebody asks, as it paints from the index and the
 * latest round alone.
 */

export { readCheckedServices } from '../../history/queries/checked-services.ts';
export { readChecks } from '../../history/queries/checks.ts';
export { countRounds } from '../../history/queries/count-rounds.ts';
export { findRound, latestRound } from '../../history/rounds.ts';
