import { mechanisms } from '../../model/mechanism.ts';
import type { ServiceResult } from '../../model/service.ts';
import { confidences, loci, scopes, serviceStates } from '../../model/words.ts';
import { type Column, joined } from './column.ts';

type ServiceColumn = Column<{ service: ServiceResult | null }>;

const noService = 'the check was over before any service was asked';

export const serviceId: ServiceColumn = {
  name: 'service',
  part: 'service',
  type: 'string',
  about: 'Id of the service. Those that begin with `own-` are sites that the person added.',
  empty: noService,
  read: (service) => service?.id,
};

/** The verdict on a service. */
export const verdictColumns: readonly ServiceColumn[] = [
  {
    name: 'service_state',
    part: 'service',
    type: 'string',
    values: serviceStates,
    about:
      'The state that the person was shown: earlier checks count too. Where `service_round_state` is `insufficient`, this check adds nothing to it, and the history shows a gap.',
    empty: noService,
    read: (service) => service?.state,
  },
  {
    name: 'service_round_state',
    part: 'service',
    type: 'string',
    values: serviceStates,
    about: 'What this check alone says; `insufficient` where it measured nothing.',
    empty: noService,
    read: (service) => service?.roundState,
  },
  {
    name: 'confidence',
    part: 'service',
    type: 'string',
    values: confidences,
    about: 'How sure the verdict is.',
    empty: noService,
    read: (service) => service?.confidence,
  },
  {
    name: 'scope',
    part: 'service',
    type: 'string',
    values: scopes,
    about:
      'Whether the failure is of the service, or part of one that takes all neutral foreign sites with it.',
    empty: noService,
    read: (service) => service?.scope,
  },
  {
    name: 'locus',
    part: 'service',
    type: 'string',
    values: loci,
    about:
      'Where the cause lies: in the network, at the server, or in a filter of this computer or household.',
    empty: noService,
    read: (service) => service?.locus,
  },
  {
    name: 'service_mechanisms',
    part: 'service',
    type: 'list',
    values: mechanisms,
    about:
      "How the service fails, in OONI's taxonomy and with labels of our own where the layer is not known.",
    empty: 'nothing fails, or how is not known',
    read: (service) => joined(service?.mechanisms),
  },
];
