import type { Message } from '../i18n/text.ts';
import type { PreliminaryWord, RoundProgress, ServiceProgress } from '../model/progress.ts';

export interface ProgressCounts {
  /** Services with a preliminary word. */
  known: number;
  done: number;
  total: number;
}

export function progressCounts({ services }: RoundProgress): ProgressCounts {
  return {
    known: services.filter(({ word }) => word !== null).length,
    done: services.filter(({ stage }) => stage === 'done').length,
    total: services.length,
  };
}

/** What a service looks like while its round runs: neither the sign nor the word of any verdict. */
export interface Preliminary {
  sign: 'seems-open' | 'seems-in-part' | 'seems-closed';
  word: Message;
}

/** Null before the first evidence. */
export function preliminaryOf({ word }: ServiceProgress): Preliminary | null {
  return word === null ? null : { sign: signOf(word), word: { id: `so-far.${word}` } };
}

function signOf(word: PreliminaryWord): Preliminary['sign'] {
  if (word === 'opens') return 'seems-open';
  return word === 'in-part' ? 'seems-in-part' : 'seems-closed';
}

/** The share of a service's targets that were asked so far; whole where no more are planned. */
export function shareOf({ stage, probed, total }: ServiceProgress): number {
  return stage === 'done' ? 1 : Math.min(1, probed / Math.max(1, total));
}

/** For people who hear the page: what opens so far, and the names of what does not. */
export function announcementOf({ services }: RoundProgress): Message {
  const signs = services.map((service) => ({
    name: service.name,
    sign: preliminaryOf(service)?.sign,
  }));
  const open = signs.filter(({ sign }) => sign === 'seems-open').length;
  const closed = signs.filter(({ sign }) => sign === 'seems-closed').map(({ name }) => name);
  const values = {
    known: signs.filter(({ sign }) => sign !== undefined).length,
    open,
    total: services.length,
    closed: closed.length,
    names: closed,
  };
  return { id: 'progress.announce', values };
}
