import type { BackupPreview } from '../../lib/model/backup.ts';

export function aBackupPreview(part: Partial<BackupPreview> = {}): BackupPreview {
  return {
    at: '2026-03-01T12:00:00.000Z',
    version: '0.1.0',
    from: '2026-02-01T12:00:00.000Z',
    to: '2026-03-01T11:45:00.000Z',
    counts: { rounds: 96, summaries: 0, transitions: 3 },
    known: 0,
    here: 0,
    notes: 0,
    notesLeftOut: 0,
    services: ['Chat', 'Signal'],
    settings: [],
    hasExits: false,
    keepsExits: { now: false, restored: false },
    permissions: [],
    ...part,
  };
}
