/**
 * How to recognise operators' block pages. The hosts and texts also appear in two licensed lists, which
 * require attribution:
 * - citizenlab/filtering-annotations, BSD-3-Clause, Copyright The Citizen Lab;
 * - censoredplanet/censoredplanet-analysis, Apache-2.0, Copyright Jigsaw Operations LLC.
 */
export interface BlockPages {
  /** Hosts that blocked requests are redirected to; subdomains match too. */
  hosts: readonly string[];
  /** Texts that appear in the page itself. */
  bodies: readonly string[];
}

export const blockPages: BlockPages = {
  hosts: [
    'warning.rt.ru',
    'block.rt.ru',
    'block.ip.center.rt.ru',
    'blocked.rt.ru',
    'nt.rtk.ru',
    'blocked.mts.ru',
    'unblock.mts.ru',
    'subblock.mts.ru',
    'block.mgts.ru',
    'blocked.mgts.ru',
    'block.kf.mgts.ru',
    'fz139.ttk.ru',
    'lawfilter.ertelecom.ru',
    'law.filter.comfortel.pro',
    'blackhole.beeline.ru',
    'm.megafonpro.ru',
    't2blocked.com',
    't2rkn.com',
    'forbidden.yota.ru',
    'blocked.yota.ru',
    'blocked.netbynet.ru',
    'blocked.akado.ru',
    'blocked.tinkoff.ru',
    'deny.cifra1.ru',
    'zapret.westcall.net',
    'zapret-info.tis-dialog.ru',
    'zapret.2090000.ru',
    'zapret.stacktelecom.ru',
    'you-shall-not-pass.is74.ru',
    'erblock.crimea.com',
    'miranda-media.ru',
    'block.orionnet.ru',
    'block.runnet.ru',
    'blacklist.planeta.tc',
    'rkn.pakt.ru',
    'site-blocked.ru',
    'blocked.as20764.net',
  ],
  bodies: [
    'eais.rkn.gov.ru',
    'Доступ к сайту ограничен',
    'Доступ к ресурсу ограничен',
    'TTK :: Доступ к ресурсу ограничен',
    '<title>Federal block</title>',
  ],
};
