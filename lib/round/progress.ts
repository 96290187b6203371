import type { Catalog, Service } from '../catalog/schema.ts';
import { withoutOld } from '../diagnose/evidence/old-connections.ts';
import { preliminaryWord } from '../diagnose/service/preliminary.ts';
import { gotThrough } from '../model/attempt.ts';
import type { PlannedService } from '../model/plan.ts';
import type { RoundProgress, ServiceProgress } from '../model/progress.ts';
import type { RoundRecord } from './round-record.ts';

/** The progress of a running round, service by service, in the catalog's order. */
export function progressOf(
  catalog: Catalog,
  record: RoundRecord,
  finished: ReadonlySet<string>,
): RoundProgress {
  const planned = new Map(record.plan.services.map((one) => [one.id, one]));
  return {
    roundId: record.plan.id,
    trigger: record.plan.trigger,
    startedAt: record.plan.startedAt,
    services: catalog.services.flatMap((service) => {
      const plan = planned.get(service.id);
      return plan === undefined ? [] : [serviceProgress(service, plan, record, finished)];
    }),
  };
}

function serviceProgress(
  service: Service,
  plan: PlannedService,
  record: RoundRecord,
  finished: ReadonlySet<string>,
): ServiceProgress {
  const probed = service.targets.filter((target) => record.targets.has(target.id));
  const reached = probed.filter((target) => record.targets.get(target.id)?.some(gotThrough));
  const stage = finished.has(service.id) ? 'done' : probed.length > 0 ? 'probing' : 'waiting';
  return {
    id: service.id,
    name: service.name,
    stage,
    word: preliminaryWord(service, withoutOld({ service, attempts: record.targets }).attempts),
    reached: reached.length,
    probed: probed.length,
    total: plan.depth === 'all' ? service.targets.length : Math.max(1, probed.length),
  };
}
