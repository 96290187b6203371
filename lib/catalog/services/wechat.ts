import { httpsTarget } from '../https-target.ts';
import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const wechat: Service = {
  id: 'wechat',
  name: 'WeChat',
  operator: 'Tencent',
  operatorCountry: 'CN',
  domains: ['qq.com', 'tencent.com', 'wechatapp.com', 'weixin.com'],
  enabledByDefault: false,
  sentinel: 'wechat/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget({ id: 'wechat/web', role: 'web', urls: ['https://web.wechat.com/'] }),
    httpsTarget(
      { id: 'wechat/site', role: 'web', urls: ['https://www.wechat.com/'] },
      { votes: false },
    ),
    plainTarget('wechat', 'http://www.wechat.com/'),
  ],
};
