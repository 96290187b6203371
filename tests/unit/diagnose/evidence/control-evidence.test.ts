import { describe, expect, it } from 'vitest';
import { evidenceOfControl } from '../../../../lib/diagnose/evidence/control-evidence.ts';
import { anAttempt } from '../../../helpers/attempts.ts';
import { aCallControl, aControl, aTransferControl } from '../../../helpers/catalog.ts';

const attempts = [anAttempt()];

describe('the evidence of a control', () => {
  it('has its id, its group, its operator and its attempts', () => {
    const control = aControl({ id: 'site', group: 'domestic', operator: 'Somebody' });

    expect(evidenceOfControl(control, attempts)).toEqual({
      id: 'site',
      group: 'domestic',
      operator: 'Somebody',
      attempts,
    });
  });

  it.each(['download', 'upload'] as const)('names the direction of a transfer: %s', (kind) => {
    const control = aTransferControl({ id: 'site', operator: 'Somebody', kind });

    expect(evidenceOfControl(control, attempts)).toEqual({
      id: 'site',
      group: 'transfer',
      operator: 'Somebody',
      attempts,
      carries: kind,
    });
  });

  it('names no direction of a control for calls', () => {
    expect(evidenceOfControl(aCallControl(), attempts)).not.toHaveProperty('carries');
  });
});
