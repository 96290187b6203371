import type { Sources } from '../provenance.ts';

export const botimSources: Sources = {
  byId: {
    'botim/web': {
      source: 'SpecterShell/Dumplings:Tasks/Algento.Botim/Script.ps1',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'Dumplings asks it without an account, and reads its answer',
    },
    'botim/site': {
      source:
        'microsoft/winget-pkgs:manifests/a/Algento/Botim/1.7.5/Algento.Botim.locale.en-US.yaml',
      confidence: 'seen',
      reviewed: '2026-11-28',
    },
    'botim/plain': {
      source: 'host or bare name of botim; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
