import type { MessageId } from '../en/pages.ts';

export const pages: Record<MessageId, string> = {
  'app.name': 'Dozvon',
  'app.language': 'Dil',
  'page.overview': 'Genel bakış',
  'build.research': 'Araştırma sürümü: tarayıcı her siteye başvurmasına izin veriyor.',

  'word.ok': 'Açılıyor',
  'word.impaired': 'Kısmen',
  'word.blocked': 'Engelleniyor',
  'word.likely_blocked': 'Açılmıyor',
  'word.blocked.before': 'Engelleniyordu',
  'word.likely_blocked.before': 'Açılmıyordu',
  'word.down': 'Hizmet arızalı',
  'word.insufficient': 'Bilinmiyor',
  'word.not-asked': 'Kontrol edilmiyor',
  'word.not-permitted': 'İzin yok',
  'why.blocked.high': 'Bu, neredeyse kesin olarak bir engelleme.',
  'why.blocked.medium': 'Bu, büyük olasılıkla bir engelleme.',
  'why.network.high': 'Nedeni neredeyse kesin olarak bu ağ.',
  'why.network.medium': 'Nedeni büyük olasılıkla bu ağ.',
  'why.unclear': 'Nedeni henüz belli değil.',
  'strip.day': 'Son 24 saat: {parts}.',
  'strip.part': '{state} ({count, plural, one {# saat} other {# saat}})',
  'strip.hour': '{from}–{to}: {state}',
  'strip.mixed': 'Zaman zaman açılıyor',
  'strip.missing': 'Kontrol yok',
  alike: 'Aynısı şunlarda da görülüyor: {names}{more, plural, =0 {} other { ve # tane daha}}.',
  'alike.said': '{name} ile aynı.',
  since: 'Şu zamandan beri böyle: {time}.',
  'either-way':
    'Sağlayıcınız üzerinden (görünüşe göre): {direct}. Onun üzerinden değil (görünüşe göre): {detour}.',
  'details.more': '{name}: ayrıntılar',
  'roles.calls-alone':
    'Aramalar: sunucuları yanıt veriyor, ama {name} hizmetinin kendisi açılmıyor; bu yüzden aramaların bağlanıp bağlanmadığı bilinmiyor.',
  'roles.of': 'Neler geçiyor',

  'reason.got-through': '{name} gerektiği gibi yanıt veriyor.',
  'reason.over-old-connection':
    '{name} önceden açık olan bir bağlantı üzerinden yanıt veriyor. Yenisinin açılıp açılmadığı henüz bilinmiyor.',
  'reason.national-certificate':
    '{name}, devletin kendi kurumunun verdiği bir sertifikayla yanıt veriyor. Bu tarayıcı o kurumu tanımıyor ve sizi uyaracak.',
  'reason.some-roles-fail': '{name} hizmetinin bir bölümü yanıt veriyor, bir bölümü vermiyor.',
  'reason.mostly-fails': '{name} bağlantılarının çoğu başarısız, bazıları kuruluyor.',
  'reason.mostly-fails.counted': '{name}: {tries} bağlantıdan {failures} tanesi başarısız.',
  'reason.answers-late': '{name} yanıt veriyor, ama diğer sitelerden çok daha geç.',
  'reason.dns-withheld':
    'Buradaki internet {name} hizmetini “bulamıyor”, oysa diğer siteleri buluyor.',
  'reason.dns-fails': 'Buradaki internet {name} hizmetini “bulamıyor”.',
  'reason.no-answer': '{name} yanıt vermiyor; oysa diğer siteler veriyor.',
  'reason.cut-off': '{name} bağlantısı kesiliyor.',
  'reason.cut-off-by-name':
    '{name} sunucuları yanıt veriyor, ama bağlantının {name} için olduğu anlaşılır anlaşılmaz kesiliyor.',
  'reason.silent-by-name':
    '{name} sunucuları yanıt veriyor, ama bağlantının {name} için olduğu anlaşılınca yanıt kesiliyor.',
  'reason.refused': '{name} bağlantısı reddediliyor.',
  'reason.unreachable': 'Bu ağ, {name} için bir yol olmadığını söylüyor.',
  'reason.foreign-certificate':
    '{name} yerine başka bir şey yanıt veriyor: gösterdiği sertifikaya güvenilemez.',
  'reason.foreign-answer': '{name} yerine başka bir şey yanıt veriyor.',
  'reason.handshake-fails': '{name} ile güvenli bağlantı kurulamıyor.',
  'reason.handshake-fails-by-name':
    '{name} sunucuları yanıt veriyor, ama bağlantının {name} için olduğu anlaşılınca güvenli bağlantı kurulmuyor.',
  'reason.transfer-freezes':
    '{name} ile veri alışverişi başlıyor ve sonra duruyor; oysa başka sitelerle sürüyor.',
  'reason.transfer-crawls': '{name} ile veri alışverişi çok yavaş; oysa başka sitelerle hızlı.',
  'reason.block-page': '{name} yerine, sitenin engellendiğini söyleyen bir sayfa geliyor.',
  'reason.legal-refusal':
    'Yanıtta, {name} hizmetine erişimin burada hukuki nedenlerle kapalı olduğu yazıyor.',
  'reason.server-error': '{name} kendi tarafında bir arıza bildiriyor.',
  'reason.server-hangs-up':
    '{name} güvenli bağlantıyı yanıt vermeden kapatıyor; sorun hizmetin kendisinde gibi görünüyor.',
  'reason.certificate-expired':
    '{name} sertifikasının süresi dolmuş. Bunu yalnızca hizmetin kendisi düzeltebilir.',
  'reason.certificate-revoked':
    '{name} sertifikasını, veren kurum iptal etmiş. Bunu yalnızca hizmetin kendisi düzeltebilir.',
  'reason.name-unknown':
    '{name} adresi hiçbir yerde bilinmiyor; sorun hizmetin kendisinde gibi görünüyor.',
  'reason.unclear-failure': '{name} açılmıyor ve nedeni belli değil.',
  'reason.filter-answers':
    '{name} yerine bu bilgisayarın, evin ya da kurumun bir filtresi yanıt veriyor.',
  'reason.filter-withholds-name':
    'Bu bilgisayarın, evin ya da kurumun bir filtresi {name} adresini vermiyor.',
  'reason.leads-elsewhere':
    '{name} adreslerinin hepsi başka tek bir siteye çıkıyor. O sitenin bu hizmete ait olup olmadığı burada bilinmiyor, bu yüzden bir şey söylenemez.',
  'reason.policy-forbids':
    'Bu tarayıcıyı yönetenin koyduğu kurallar {name} hizmetinin açılmasına izin vermiyor.',
  'reason.proxy-refuses':
    'Bu tarayıcının kullandığı vekil sunucu {name} ile bağlantı kurmuyor; oysa diğer sitelerle kuruyor.',
  'reason.network-offline': 'Bağlantı yok, bu yüzden {name} hakkında bir şey söylenemez.',
  'reason.network-portal': 'Ağ önce giriş yapmanızı istiyor, bu yüzden {name} kontrol edilemedi.',
  'reason.network-degraded': 'Bağlantı, {name} hakkında bir şey söylenemeyecek kadar kararsız.',
  'reason.network-names':
    'Burada site adları bulunamıyor, bu yüzden {name} hakkında bir şey söylenemez.',
  'reason.clock-wrong':
    'Bu bilgisayarın tarihi yanlış, bu yüzden {name} hakkında bir şey söylenemez. Tarihi kontrol edin.',
  'reason.network-allowlist':
    'Bu ağda şu anda yabancı siteler açılmıyor; açılmayanlardan biri de {name}.',
  'reason.network-only-some':
    'Burada yalnızca bazı şeyler çalışıyor; {name} onların arasında değil.',
  'reason.needs-permission':
    'Tarayıcı, eklentinin {name} hizmetini kontrol etmesine izin vermiyor.',
  'reason.not-through-detour':
    'Trafik sağlayıcınız üzerinden gitmiyor gibi göründüğü sürece {name} kontrol edilmez: yoksa işletmecisi bu trafiğin nereden geldiğini görür.',
  'reason.blocked-by-extension': 'Bu tarayıcıdaki başka bir eklenti {name} kontrolünü durdurdu.',
  'reason.proxy-fails':
    'Bu tarayıcının {name} için kullandığı vekil sunucu üzerinden hiçbir şey açılmıyor, bu yüzden {name} hakkında bir şey söylenemez.',
  'reason.answered-by-proxy':
    '{name} hizmetinin bir bölümü yerine yoldaki bir vekil sunucu yanıt veriyor, bu yüzden o bölüm kontrol edilemedi.',
  'reason.asked-in-https':
    'Bu tarayıcı her isteği HTTPS ile gönderiyor, {name} hizmetinin bir bölümü ise yalnızca HTTPS olmadan yanıt veriyor, bu yüzden o bölüm kontrol edilemedi.',
  'reason.only-https-passes':
    'Bu ağ yalnızca HTTPS trafiğini geçiriyor, {name} hizmetinin bir bölümü ise yalnızca HTTPS olmadan yanıt veriyor, bu yüzden o bölüm kontrol edilemedi.',
  'reason.network-changed':
    'Kontrol sırasında ağ değişti, bu yüzden {name} için görülenler sayılmıyor.',
  'reason.too-few-attempts': '{name} hakkında bir şey söylemek için çok az deneme yapıldı.',
  'reason.calls-path-open':
    'Aramalar: bu ağ arama verilerini geçiriyor; {name} aramalarının bağlanıp bağlanmadığı buradan görülemez.',
  'reason.calls-path-closed':
    'Aramalar: bu ağ, aramaları başlatmaya yardım eden sunuculara arama verilerini geçirmiyor; bu yüzden {name} aramaları kurulamayabilir.',
  'reason.calls-path-domestic':
    'Aramalar: bu ağ arama verilerini yalnızca ülke içinde geçiriyor; bu yüzden {name} aramaları kurulamayabilir.',
  'reason.calls-limited':
    'Aramalar: bu ülkenin {name} aramalarını kısıtladığı herkesçe biliniyor. Bağlanıp bağlanmadıkları tarayıcıdan görülemez.',
  'reason.calls-not-asked': 'Aramalar: {name} için bir şey öğrenilemedi.',
  'reason.interrupted': '{name} kontrolü yarıda kaldı.',

  'confirming.ok': 'Son kontrolde açıldı; bir kontrol daha gerek.',
  'confirming.impaired': 'Son kontrolde kısmen çalıştı; bir kontrol daha gerek.',
  'confirming.blocked': 'Son kontrolde engelleniyordu; bir kontrol daha gerek.',
  'confirming.likely_blocked': 'Son kontrolde açılmadı; bir kontrol daha gerek.',
  'confirming.down': 'Son kontrolde arızalıydı; bir kontrol daha gerek.',
  'confirming.insufficient':
    'Son kontrol bir sonuç vermedi; burada ondan önce bilinen gösteriliyor.',

  'situation.unchecked': 'Henüz kontrol edilmedi',
  'situation.unchecked.text':
    'Bu tarayıcıdan hangi uygulamaların açıldığını görmek için “Şimdi kontrol et” düğmesine basın.',
  'situation.paused': 'Duraklatıldı, bitiş: {time}',
  'situation.paused-open': 'Süresiz duraklatıldı',
  'situation.stale': 'Son kontrol: {ago}',
  'situation.no-permission': 'Tarayıcı kontrole izin vermiyor',
  'situation.no-permission.text':
    'Uygulamaların sitelerine erişim izni verin: burada ya da tarayıcının ayarlarında.',
  'situation.offline': 'İnternet yok',
  'situation.offline.text':
    'Bağlantınızı kontrol edin. İnternet gelene kadar uygulamalar hakkında bir şey söylenemez.',
  'situation.portal': 'Önce Wi-Fi ağına giriş yapın',
  'situation.portal.text': 'Bir site açın, giriş yapın, sonra yeniden kontrol edin.',
  'situation.clock': 'Bu bilgisayarın tarihini kontrol edin',
  'situation.clock.text':
    'Tarih yanlış; bu yüzden bazı siteler açılmayabilir. Düzeltin ve yeniden kontrol edin.',
  'situation.certificates': 'Güvenli bağlantılar doğrulanamıyor',
  'situation.certificates.text':
    'Bilgisayarın tarihini kontrol edin. Belki bu ağda önce giriş yapmak gerekiyor ya da bir virüs koruma programı veya ağın kendisi bağlantıların içine bakıyor.',
  'situation.names': 'Siteler adlarıyla bulunamıyor',
  'situation.names.text':
    'İnternet var, ama siteleri bulan hizmet (DNS) bu ağda ya da tarayıcının ayarlarında çalışmıyor.',
  'situation.proxy': 'Vekil sunucu üzerinden hiçbir şey açılmıyor',
  'situation.proxy.text':
    'Bu tarayıcıda ayarlı; belki onu başka bir eklenti ayarlamıştır. Şimdilik uygulamalar hakkında pek bir şey söylenemez.',
  'situation.unsteady': 'Bağlantı kararsız',
  'situation.unsteady.text':
    'Şu anda uygulamalar hakkında pek bir şey söylenemez. Biraz sonra yeniden kontrol edin.',
  'situation.home-only': 'Yalnızca ülke içindeki siteler açılıyor',
  'situation.home-only.text': 'Yabancı siteler şu anda açılmıyor.',
  'situation.some-only': 'İnternetin yalnızca bir bölümü çalışıyor',
  'situation.some-only.text': 'Bazı hizmetler açılıyor, diğer siteler açılmıyor.',
  'situation.permit': 'Erişime izin ver',
  'network.normal': 'İnternet çalışıyor',
  'network.secure-dns':
    'Tarayıcı adresleri güvenli DNS ile buluyor; bu yüzden ağın kendi DNS’inde yapılan engelleme buradan görülemez.',
  'quiet.direct': 'görünüşe göre sağlayıcı üzerinden',
  'quiet.vpn_likely.low': 'belki sağlayıcı üzerinden değil',
  'quiet.vpn_likely.medium': 'görünüşe göre sağlayıcı üzerinden değil',
  'quiet.vpn_likely.high': 'çok büyük olasılıkla sağlayıcı üzerinden değil',
  'quiet.split': 'görünüşe göre iki yoldan',
  'quiet.unknown': 'hangi yoldan olduğu belli değil',
  'quiet.gap': 'trafiğin yoluna bakılmıyor',
  'quiet.secure-dns': 'Engellemenin bir bölümü buradan görülemez',

  'route.direct': 'Görünüşe göre sağlayıcınız üzerinden ölçüldü.',
  'route.vpn_likely.low': 'Belki sağlayıcınız üzerinden ölçülmedi.',
  'route.vpn_likely.medium': 'Görünüşe göre sağlayıcınız üzerinden ölçülmedi.',
  'route.vpn_likely.high': 'Çok büyük olasılıkla sağlayıcınız üzerinden ölçülmedi.',
  'route.split':
    'Görünüşe göre iki yoldan ölçüldü: ülke içindeki siteler sağlayıcınız üzerinden, yabancı siteler değil.',
  'route.unknown': 'Sağlayıcınız üzerinden ölçülüp ölçülmediği belli değil.',
  'route.country': 'Yabancı siteler trafiğin şu ülkeden geldiğini görüyor: {country}.',
  'route.seen': 'Görüldü: {ago}.',
  'route.for': 'Bunu destekleyenler',
  'route.against': 'Buna karşı olanlar',
  'route.beside': 'Ayrıca görülenler',
  'route.service':
    '{name} yanıt veriyor. Görünüşe göre sağlayıcınız üzerinden ölçülmedi, bu yüzden bu, sağlayıcınızın ağı hakkında bir şey söylemez.',
  'route.gap.off': 'Dozvon trafiğin hangi yoldan gittiğine bakmıyor.',
  'route.gap.no-permission':
    'Dozvon trafiğin hangi yoldan gittiğine bakmıyor: bunun için tarayıcının izni eksik. İzni ayarlarda verebilirsiniz: önce “Genel bakış” sayfasını, sonra “Ayarlar” sayfasını açın.',

  'summary.all': '{total, plural, =1 {{name} açılıyor} other {# uygulamanın hepsi açılıyor}}',
  'summary.all.detour':
    '{total, plural, =1 {{name} açılıyor} other {# uygulamanın hepsi açılıyor}}, görünüşe göre sağlayıcınız üzerinden değil',
  'summary.all.detour.low':
    '{total, plural, =1 {{name} açılıyor} other {# uygulamanın hepsi açılıyor}}, belki sağlayıcınız üzerinden değil',
  'summary.only':
    '{count, plural, one {Yalnızca {names} açılıyor} other {Yalnızca {names} açılıyor}}',
  'summary.open':
    '{open, plural, =0 {{total} uygulamadan hiçbiri açılmıyor} one {{total} uygulamadan # tanesi açılıyor} other {{total} uygulamadan # tanesi açılıyor}}',
  'summary.unknown': 'Hangi uygulamaların açıldığı bilinmiyor',
  'summary.closed':
    '{more, plural, =0 {{count, plural, one {{names} açılmıyor} other {{names} açılmıyor}}} other {{count} uygulama açılmıyor: {names} ve # tane daha}}',
  'summary.impaired':
    '{more, plural, =0 {{count, plural, one {{names} kısmen çalışıyor} other {{names} kısmen çalışıyor}}} other {{count} uygulama kısmen çalışıyor: {names} ve # tane daha}}',
  'summary.down': 'Hizmet arızalı: {names}{more, plural, =0 {} other { ve # tane daha}}',
  'summary.again':
    'Bir kontrol daha gerekiyor: {names}{more, plural, =0 {} other { ve # tane daha}}',
  'summary.unknown-of': 'Bilinmiyor: {names}{more, plural, =0 {} other { ve # tane daha}}',
  'summary.unasked': 'Kontrol edilmiyor: {names}{more, plural, =0 {} other { ve # tane daha}}',
  'summary.others': 'Diğer {count} uygulama açılıyor',

  'first.title': 'Siz onay verene kadar hiçbir şey gönderilmez',
  'first.purpose':
    'Dozvon, bu tarayıcıdan hangi mesajlaşma uygulamalarının açıldığını ve diğerlerine neyin engel olduğunu gösterir.',
  'first.short':
    'Yaklaşık her 15 dakikada bir, uygulamalara ve karşılaştırma için birkaç başka siteye küçük istekler gider. Sağlayıcınız ve ağı işleten, bunların nereye ve ne zaman gittiğini görür. Biz hiçbir şey görmeyiz.',
  'first.more': 'Ne gönderilir, ne sıklıkta ve kim görür',
  'first.what': 'Ne gönderilir',
  'first.what.text':
    'Her uygulamanın kendi adreslerine ve karşılaştırma için tarafsız sitelere, ad sunucularına (DNS) ve arama sunucularına küçük istekler gider.',
  'first.often': 'Ne sıklıkta',
  'first.often.text':
    'Kontroller yaklaşık her 15 dakikada bir, daha ayrıntılıları altı saatte bir yapılır. Daha seyrek ya da yalnızca elle kontrol etmeyi seçebilirsiniz. Trafik sağlayıcınız üzerinden gitmiyor gibi göründüğü sürece ülke içindeki hiçbir siteye sorulmaz (engellerini Dozvon’un bildiği ülkelerde).',
  'first.seen': 'Kim görebilir',
  'first.seen.text':
    'Sağlayıcınız ve ağı işleten, isteklerin nereye ve ne zaman gittiğini görür. Siteler ve hizmetler, her ziyarette olduğu gibi adresinizi görür. Bu bilgisayardaki başka programlar da istekleri fark edebilir.',
  'first.unseen': 'Kim göremez',
  'first.unseen.text':
    'Biz hiçbir şey görmeyiz: kendi sunucumuz yok. Sonuçlar bu tarayıcıda kalır.',
  'first.agree': 'Kontrolü başlat',
  'first.elsewhere':
    'Buradan başlarsanız Dozvon trafiğin sağlayıcınızdan geçip geçmediğini söylemez: tarayıcının önce size sorması gerekir, bunu da yalnızca bir sayfada yapabilir.',
  'first.open': 'Ayrı bir sayfada başla',

  'visibility.title': 'Kim neyi görebilir',
  'visibility.untranslated': 'Bu sayfa henüz çevrilmedi; devamı İngilizcedir.',

  'pause.title': 'Kontrolleri duraklat',
  'pause.hour': 'Bir saatliğine',
  'pause.tomorrow': 'Yarına kadar',
  'pause.resumed': 'Ben devam ettirene kadar',
  'pause.until': 'Duraklatıldı, bitiş: {time}.',
  'pause.until-resumed': 'Siz devam ettirene kadar duraklatıldı.',
  'pause.once': '“Şimdi kontrol et” yalnızca bir kez kontrol eder, duraklatma sürer.',
  'pause.resume': 'Devam et',
  'pause.by-hand': 'Kontroller yalnızca siz isteyince yapılır.',

  'checked.ago': 'Kontrol edildi: {ago}',
  'checked.now': 'Az önce kontrol edildi',
  'next.in': 'Sonraki kontrol: {when}',
  'next.now': 'Sonraki kontrol başlamak üzere',

  'action.check': 'Şimdi kontrol et',
  'action.cancel': 'Vazgeç',
  'action.more': 'Daha fazla',
  'action.download': 'CSV indir',

  'so-far.opens': 'Şimdilik açılıyor',
  'so-far.in-part': 'Şimdilik kısmen çalışıyor',
  'so-far.name-not-found': 'Adres şimdilik bulunamadı',
  'so-far.no-answer': 'Şimdilik yanıt yok',
  'so-far.cut-off': 'Şimdilik kesiliyor',
  'so-far.fails': 'Şimdilik açılmıyor',

  'progress.headline':
    '{known, plural, =0 {Kontrol ediliyor…} other {Şimdiye kadar belli: #/{total}}}',
  'progress.refining': 'Yalnızca ayrıntıların araştırılması kaldı.',
  'progress.running': 'Kontrolü biten: {done}/{total, plural, one {# uygulama} other {# uygulama}}',
  'progress.announce':
    '{known, plural, =0 {Kontrol sürüyor.} other {Kontrol sürüyor. Şimdilik açılan: {open}/{total}.}}{closed, plural, =0 {} other { Şimdilik açılmayan: {names}.}}',
  'progress.checking': 'Kontrol ediliyor…',
  'progress.last': 'Son kontrolde: “{result}”.',
  'progress.details': 'Son kontrolde görülenler:',

  'aside.short':
    'Önceki geçmiş artık kullanılamıyor. Ayrıntılar için “Genel bakış” sayfasını açın.',

  'error.worker': 'Eklenti yanıt vermiyor. Bu pencereyi kapatıp yeniden açın ve tekrar deneyin.',
  'error.storage':
    'Tarayıcı, eklentinin kaydettiklerini okuyamıyor. Tarayıcıyı yeniden başlatın; işe yaramazsa eklentiyi kaldırıp yeniden yükleyin. Geçmiş ve ayarlar bu durumda kaybolur.',
  'error.history': 'Kontrol geçmişi okunamıyor.',
  'error.export': 'Dosya oluşturulamadı.',
  'error.unsaved':
    'Son kontrol kaydedilemedi; belki disk dolu. Kontroller sürüyor, ama yeniden yer açılana kadar geçmişte boşluk olacak.',

  'role.web': 'Web sitesi',
  'role.messages': 'Mesajlar',
  'role.media': 'Resimler ve dosyalar',
  'role.calls': 'Aramalar',
  'role.registration': 'Kayıt olma',
  'role.api': 'Uygulama bağlantısı',
  'role.login': 'Oturum açma',
  'part.ok': 'erişim var',
  'part.impaired': 'kısmen erişim var',
  'part.blocked': 'engelleniyor',
  'part.likely_blocked': 'erişim yok',
  'part.down': 'hizmet arızalı',
  'part.insufficient': 'bilinmiyor',
};
