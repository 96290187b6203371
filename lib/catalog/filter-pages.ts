/**
 * How to recognise the pages of filters that people, schools and companies install. The texts and locations also appear
 * in a licensed list, which requires attribution: citizenlab/filtering-annotations, BSD-3-Clause, Copyright The
 * Citizen Lab.
 */
export interface FilterPages {
  /** Parts of the URLs that filtered requests are redirected to. */
  locations: readonly string[];
  /** Texts that appear in the page itself. */
  bodies: readonly string[];
  /** How the names begin that they give themselves as servers, in lower case. */
  servers: readonly string[];
  /**
   * Parts of locations and pages of resolvers that filter. Who chose one sees its page without TLS as well, where any other
   * filter may be a provider's.
   */
  ofResolvers: readonly string[];
}

export const filterPages: FilterPages = {
  locations: [
    '//block.opendns.com/',
    '//wired.meraki.com:8090/blocked.cgi',
    '/php/urlblock.php?args=',
    ':15871/cgi-bin/blockpage.cgi',
    '/UserCheck/PortalMain?IID=',
  ],
  bodies: [
    'in violation of your internet usage policy',
    'Powered By FortiGuard',
    'has been blocked in accordance with company policy',
    'This site is blocked due to content filtering.',
    'https://block.opendns.com/?url=',
    ':15871/cgi-bin/block_message.cgi',
    'Blocked by ContentKeeper',
    'Check Point UserCheck',
    'Juniper Web Filtering',
    '<title>Lightspeed System - Web Access</title>',
    'http://mobile.netsparkmobile.com/?a=block',
  ],
  servers: ['zscaler/'],
  ofResolvers: ['//block.opendns.com/'],
};
