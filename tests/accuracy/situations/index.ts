import { alikeSituations } from './alike.ts';
import { chanceSituations } from './chance.ts';
import { comingAndGoing, pausingBlocks } from './coming-and-going.ts';
import { countedSituations } from './counted.ts';
import { deadWitnessSituations } from './dead-witnesses.ts';
import { edgeSituations } from './edges.ts';
import { familySituations } from './families.ts';
import { homeSituations } from './homes.ts';
import { interferenceSituations } from './interference.ts';
import { lookalikeSituations } from './lookalikes.ts';
import { lossySituations } from './lossy.ts';
import { partSituations } from './parts.ts';
import { pathLossSituations } from './path-loss.ts';
import { quicSituations } from './quic.ts';
import { residualSituation } from './residual.ts';
import type { Situation } from './situation.ts';
import { slowEndSituations } from './slow-ends.ts';
import { troubledEndSituations } from './troubled-ends.ts';
import { troubledLineSituations } from './troubled-lines.ts';

/** Ids must be unique, since they are part of the seeds. */
export const situations: Situation[] = [
  ...lossySituations,
  ...troubledLineSituations,
  ...troubledEndSituations,
  ...alikeSituations,
  ...deadWitnessSituations,
  ...pathLossSituations,
  ...edgeSituations,
  ...familySituations,
  ...slowEndSituations,
  ...interferenceSituations,
  comingAndGoing,
  ...pausingBlocks,
  ...chanceSituations,
  residualSituation,
  ...countedSituations,
  ...quicSituations,
  ...homeSituations,
  ...partSituations,
  ...lookalikeSituations,
];
