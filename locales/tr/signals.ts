import type { SignalId } from '../../lib/model/route.ts';

export const signals: Record<SignalId, string> = {
  'exit-abroad': 'Yabancı siteler trafiğin başka bir ülkeden geldiğini görüyor.',
  'exit-at-home': 'Yabancı siteler trafiğin ülke içinden geldiğini görüyor.',
  'echoes-disagree': 'Yabancı siteler trafiğin hangi ülkeden geldiğini farklı farklı bildiriyor.',
  'families-differ': 'Yeni ve eski tür internet adresleri farklı ülkelerden dışarı çıkıyor.',
  'few-echoes': 'Trafiğin hangi ülkeden geldiğini bildiren site sayısı çok az.',
  'clock-there': 'Saat, trafiğin geldiği ülkenin saatine ayarlı.',
  'clock-elsewhere': 'Saat, trafiğin geldiği ülkeden başka bir ülkenin saatine ayarlı.',
  'home-there': 'Kendi ülkenizin, trafiğin geldiği ülke olduğunu söylediniz.',
  'home-elsewhere': 'Kendi ülkenizin, trafiğin geldiği ülkeden başka olduğunu söylediniz.',
  'clock-at-exit': 'Saat, söylediğinizin aksine, trafiğin geldiği ülkeye ayarlı.',
  'language-of-home': 'Tarayıcının dili, trafiğin geldiği ülkenin dili değil.',
  'network-hosting': 'Trafik bir veri merkezinden çıkıyor.',
  'network-relay': 'Trafik, tarayıcıların adresleri gizlemek için kullandığı bir ağdan çıkıyor.',
  'network-access': 'Trafik, veri merkezi olmayan bir ağdan çıkıyor.',
  'tunnel-warp': 'Büyük bir ağ, bu trafiği kendi tünelinden taşıdığını söylüyor.',
  'tunnel-tor':
    'Büyük bir ağ, bu trafiğin nereden geldiğini gizleyen bir ağdan çıktığını söylüyor.',
  'tunnel-gateway': 'Büyük bir ağ, bu trafiğin bir kurumun ağ geçidinden geldiğini söylüyor.',
  'tunnel-none': 'Büyük bir ağ, bu trafiği kendi tünelinden taşımadığını söylüyor.',
  'canaries-open': 'Ülkede uzun süredir engellenen siteler açılıyor.',
  'canaries-blocked': 'Ülkede uzun süredir engellenen siteler açılmıyor.',
  'home-only-opens': 'Yurt dışından ziyaretçi kabul etmeyen siteler açılıyor.',
  'home-only-refuses': 'Yurt dışından ziyaretçi kabul etmeyen siteler açılmıyor.',
  'exits-same': 'Ülke içindeki siteler ile yabancı siteler aynı adresi görüyor.',
  'exits-differ': 'Ülke içindeki siteler, yabancı sitelerden farklı bir adres görüyor.',
  'addresses-reserved':
    'Siteler uydurma adreslerde yanıt veriyor; böyle adresleri bu bilgisayardaki bir program verir.',
  'addresses-private': 'Siteler herkese açık olmayan adreslerde yanıt veriyor.',
  'addresses-shared':
    'Farklı sahiplerin uygulamaları tek ve aynı adreste yanıt veriyor; demek ki arada bir şey var.',
  'calls-same': 'Aramalar, sayfalarla aynı adresten çıkıyor.',
  'calls-differ':
    'Aramalar, sayfalardan farklı bir adresten çıkıyor: başka bir yoldan, ya da ağın birkaç adresi var.',
  'exit-changed': 'Son kontrolden beri trafik başka bir ağdan geliyor.',
  'exit-changed-services':
    'Son kontrolden beri trafik başka bir ağdan geliyor ve onunla birlikte birkaç uygulamanın durumu değişti.',
  'answers-too-fast-for-home':
    'Yurt dışındaki bir site, saatin ayarlı olduğu yerden mümkün olandan daha hızlı yanıt verdi.',
  'connections-end-nearby': 'Uzak sitelere giden bağlantıları yakındaki bir şey kabul ediyor.',
  'browser-proxy': 'Tarayıcı, trafiğini bir vekil sunucu üzerinden gönderiyor.',
};
