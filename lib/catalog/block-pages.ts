/**
 * How operators' block pages are known. Hosts and texts are facts that also stand in two lists with a
 * licence, which are to be named:
 * - citizenlab/filtering-annotations, BSD-3-Clause, Copyright The Citizen Lab;
 * - censoredplanet/censoredplanet-analysis, Apache-2.0, Copyright Jigsaw Operations LLC.
 */
export interface BlockPages {
  /** Where a request for something else is redirected to; subdomains count. */
  hosts: readonly string[];
  /** Texts that stand in the page itself. */
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
