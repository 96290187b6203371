import { createQueue } from '../steps/queue.ts';

/**
 * Runs a step while no other is under way that changes what a person has set, so that no change is lost. For the worker
 * alone: changes in two places at once could undo each other.
 */
export const betweenChanges = createQueue();
