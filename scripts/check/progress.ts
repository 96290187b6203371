import type { PreliminaryWord, RoundProgress, ServiceProgress } from '../../lib/model/progress.ts';

const words: Record<PreliminaryWord, string> = {
  opens: 'opens so far',
  'in-part': 'works in part so far',
  'name-not-found': 'name not found so far',
  'no-answer': 'no answer so far',
  'cut-off': 'gets cut off so far',
  fails: 'does not open so far',
};

/** A line per service with evidence and one per finished service: "WhatsApp: opens so far", "WhatsApp: done 5/8". */
export function describeProgress(progress: RoundProgress): string[] {
  return progress.services.flatMap(describeService);
}

function describeService({ name, word, stage, reached, total }: ServiceProgress): string[] {
  const soFar = word === null ? [] : [`${name}: ${words[word]}`];
  return stage === 'done' ? [...soFar, `${name}: done ${reached}/${total}`] : soFar;
}
