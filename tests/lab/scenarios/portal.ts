import type { HttpRule } from '../world/description.ts';

/** A portal that leads whatever is asked without TLS to its page. */
export const toPortal: HttpRule = {
  hosts: ['*'],
  scheme: 'http',
  answer: { status: 302, headers: { location: 'http://portal.lab/' } },
};
