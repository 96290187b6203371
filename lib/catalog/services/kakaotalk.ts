import { httpsTarget } from '../https-target.ts';
import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const kakaotalk: Service = {
  id: 'kakaotalk',
  name: 'KakaoTalk',
  operator: 'Kakao',
  operatorCountry: 'KR',
  domains: ['daum.net', 'daumcdn.net', 'kakao.com', 'kakaocdn.net', 'kakaocorp.com'],
  enabledByDefault: false,
  sentinel: 'kakaotalk/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'media', required: false, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget({ id: 'kakaotalk/web', role: 'web', urls: ['https://www.kakaocorp.com/'] }),
    httpsTarget({
      id: 'kakaotalk/download',
      role: 'media',
      urls: ['https://app-pc.kakaocdn.net/talk/win32/KakaoTalk_Setup.exe'],
    }),
    plainTarget('kakaotalk', 'http://www.kakaocorp.com/'),
  ],
};
