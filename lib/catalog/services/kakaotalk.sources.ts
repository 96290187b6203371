import type { Sources } from '../provenance.ts';

export const kakaotalkSources: Sources = {
  byId: {
    'kakaotalk/web': {
      source:
        'microsoft/winget-pkgs:manifests/k/Kakao/KakaoTalk/26.3.1.5062/Kakao.KakaoTalk.locale.en-US.yaml: the publisher’s site',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'the operator’s site, to which many sites link',
    },
    'kakaotalk/download': {
      source:
        'microsoft/winget-pkgs:manifests/k/Kakao/KakaoTalk/26.3.1.5062/Kakao.KakaoTalk.installer.yaml',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'winget downloads it for everybody who installs KakaoTalk',
      note: 'By its headers alone.',
    },
    'kakaotalk/plain': {
      source: 'host or bare name of kakaotalk; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
