import type { MessageId } from '../en/pages.ts';

export const pages: Record<MessageId, string> = {
  'app.name': 'Dozvon',
  'app.language': 'Til',
  'page.overview': 'Sharh',
  'build.research':
    'Tadqiqot uchun nusxa: brauzer unga istalgan saytga murojaat qilishga ruxsat bergan.',

  'word.ok': 'Ochiladi',
  'word.impaired': 'Qisman',
  'word.blocked': 'Bloklangan',
  'word.likely_blocked': 'Ochilmayapti',
  'word.blocked.before': 'Bloklangan edi',
  'word.likely_blocked.before': 'Ochilmagan edi',
  'word.down': 'Xizmatda nosozlik',
  'word.insufficient': 'Nomaʼlum',
  'word.not-asked': 'Tekshirilmaydi',
  'word.not-permitted': 'Ruxsat yoʻq',
  'why.blocked.high': 'Bu bloklash ekani deyarli aniq.',
  'why.blocked.medium': 'Bu, katta ehtimol bilan, bloklash.',
  'why.network.high': 'Gap shu tarmoqda ekani deyarli aniq.',
  'why.network.medium': 'Gap, katta ehtimol bilan, shu tarmoqda.',
  'why.unclear': 'Sababi hozircha nomaʼlum.',
  'strip.day': 'Oxirgi 24 soatda: {parts}.',
  'strip.part': '{state} ({count, plural, one {# soat} other {# soat}})',
  'strip.hour': '{from}–{to}: {state}',
  'strip.mixed': 'Baʼzan ochiladi',
  'strip.missing': 'Tekshiruv yoʻq',
  alike: 'Xuddi shu narsa: {names}{more, plural, =0 {} other { va yana # ta}}.',
  'alike.said': 'Xuddi {name} kabi.',
  since: 'Shu vaqtdan beri shunday: {time}.',
  'either-way': 'Provayderingiz orqali (shekilli): {direct}. U orqali emas (shekilli): {detour}.',
  'details.more': 'Batafsil: {name}',
  'roles.calls-alone':
    'Qoʻngʻiroqlar: ularning serverlari javob bermoqda, lekin {name} xizmatining oʻzi ochilmayapti, shuning uchun qoʻngʻiroqlar ulanishi nomaʼlum.',
  'roles.of': 'Nima oʻtadi',

  'reason.got-through': '{name} kutilganidek javob bermoqda.',
  'reason.over-old-connection':
    '{name} avval ochilgan ulanish orqali javob bermoqda. Yangisi ochilishi hozircha nomaʼlum.',
  'reason.national-certificate':
    '{name} javob bermoqda, lekin sertifikatini davlatning oʻz markazi bergan. Bu brauzer u markazni tanimaydi va ogohlantiradi.',
  'reason.some-roles-fail': '{name} xizmatining bir qismi javob bermoqda, bir qismi esa yoʻq.',
  'reason.mostly-fails': '{name} bilan ulanishlarning koʻpi muvaffaqiyatsiz, baʼzilari oʻtmoqda.',
  'reason.mostly-fails.counted': '{name}: {tries} ta ulanishdan {failures} tasi muvaffaqiyatsiz.',
  'reason.answers-late': '{name} javob bermoqda, lekin boshqa saytlardan ancha kech.',
  'reason.dns-withheld': 'Internet {name} xizmatini “topmayapti”, boshqa saytlarni esa topmoqda.',
  'reason.dns-fails': 'Internet {name} xizmatini “topmayapti”.',
  'reason.no-answer': '{name} javob bermayapti, boshqa saytlar esa javob bermoqda.',
  'reason.cut-off': '{name} bilan ulanish uzilmoqda.',
  'reason.cut-off-by-name':
    '{name} serverlari javob bermoqda, lekin ulanish {name} uchun ekani bilinishi bilan uzilmoqda.',
  'reason.silent-by-name':
    '{name} serverlari javob bermoqda, lekin ulanish {name} uchun ekani bilinishi bilan javob toʻxtamoqda.',
  'reason.refused': '{name} bilan ulanish rad etilmoqda.',
  'reason.unreachable': 'Bu tarmoq {name} tomon yoʻl yoʻqligini aytmoqda.',
  'reason.foreign-certificate':
    '{name} oʻrniga boshqa narsa javob bermoqda: u koʻrsatgan sertifikatga ishonib boʻlmaydi.',
  'reason.foreign-answer': '{name} oʻrniga boshqa narsa javob bermoqda.',
  'reason.handshake-fails': '{name} bilan himoyalangan ulanish oʻrnatilmayapti.',
  'reason.handshake-fails-by-name':
    '{name} serverlari javob bermoqda, lekin ulanish {name} uchun ekani bilinishi bilan himoyalangan ulanish oʻrnatilmayapti.',
  'reason.transfer-freezes':
    '{name} bilan maʼlumot almashish boshlanib, toʻxtab qolmoqda, boshqa saytlar bilan esa oxirigacha bormoqda.',
  'reason.transfer-crawls':
    '{name} bilan maʼlumot almashish juda sekin, boshqa saytlar bilan esa tez.',
  'reason.block-page': '{name} oʻrniga sayt bloklangani haqidagi sahifa ochilmoqda.',
  'reason.legal-refusal':
    'Javobda {name} xizmatiga kirish bu yerda huquqiy sabablarga koʻra yopilgani aytilgan.',
  'reason.server-error': '{name} oʻz tomonidagi nosozlik haqida xabar bermoqda.',
  'reason.server-hangs-up':
    '{name} himoyalangan ulanishni javobsiz yopmoqda: nosozlik xizmatning oʻzida, shekilli.',
  'reason.certificate-expired':
    '{name} sertifikatining muddati tugagan. Buni faqat xizmatning oʻzi tuzatishi mumkin.',
  'reason.certificate-revoked':
    '{name} sertifikatini uni bergan markaz bekor qilgan. Buni faqat xizmatning oʻzi tuzatishi mumkin.',
  'reason.name-unknown':
    '{name} manzili hech qayerda maʼlum emas. Nosozlik xizmatning oʻzida, shekilli.',
  'reason.unclear-failure': '{name} ochilmayapti, sababini aniqlab boʻlmadi.',
  'reason.filter-answers':
    '{name} oʻrniga shu kompyuter, uy tarmogʻi yoki tashkilot filtri javob bermoqda.',
  'reason.filter-withholds-name':
    'Shu kompyuter, uy tarmogʻi yoki tashkilot filtri {name} manzilini bermayapti.',
  'reason.leads-elsewhere':
    '{name} manzillarining hammasi boshqa bitta saytga olib boradi. U sayt shu xizmatning oʻzinikimi, bu yerda nomaʼlum, shuning uchun hech narsa deb boʻlmaydi.',
  'reason.policy-forbids':
    'Shu brauzerni boshqaradigan odam qoʻygan qoidalar {name} xizmatini ochishga yoʻl qoʻymayapti.',
  'reason.proxy-refuses':
    'Shu brauzer ishlatadigan proksi {name} bilan bogʻlamayapti, boshqa saytlar bilan esa bogʻlamoqda.',
  'reason.network-offline': 'Ulanish yoʻq, shuning uchun {name} haqida hech narsa deb boʻlmaydi.',
  'reason.network-portal':
    'Tarmoq avval kirishni soʻramoqda, shuning uchun {name} xizmatini tekshirib boʻlmadi.',
  'reason.network-degraded': 'Aloqa juda beqaror, {name} haqida hech narsa deb boʻlmaydi.',
  'reason.network-names':
    'Bu yerda saytlar nomi boʻyicha topilmayapti, shuning uchun {name} haqida hech narsa deb boʻlmaydi.',
  'reason.clock-wrong':
    'Shu kompyuterda sana notoʻgʻri, shuning uchun {name} haqida hech narsa deb boʻlmaydi. Sanani tekshiring.',
  'reason.network-allowlist':
    'Shu tarmoq orqali hozir xorijiy saytlar ochilmayapti, {name} ham ochilmayapti.',
  'reason.network-only-some': 'Bu yerda faqat baʼzi narsalar ishlayapti, {name} ular orasida emas.',
  'reason.needs-permission': 'Brauzer kengaytmaga {name} xizmatini tekshirishga ruxsat bermayapti.',
  'reason.not-through-detour':
    'Trafik provayderingiz orqali ketmayotgandek koʻrinsa, {name} tekshirilmaydi: aks holda egasi bu trafik qayerdan kelayotganini koʻradi.',
  'reason.blocked-by-extension': '{name} tekshiruvini shu brauzerdagi boshqa kengaytma toʻxtatdi.',
  'reason.proxy-fails':
    'Shu brauzer {name} uchun ishlatadigan proksi orqali hech narsa ochilmayapti, shuning uchun {name} haqida hech narsa deb boʻlmaydi.',
  'reason.answered-by-proxy':
    '{name} xizmatining bir qismi oʻrniga yoʻldagi proksi javob bermoqda, shuning uchun u qismni tekshirib boʻlmadi.',
  'reason.asked-in-https':
    'Bu brauzer hammasini HTTPS orqali soʻraydi, {name} xizmatining bir qismi esa HTTPS ishlatilmagandagina javob beradi, shuning uchun u qismni tekshirib boʻlmadi.',
  'reason.only-https-passes':
    'Bu tarmoq faqat HTTPS oʻtkazadi, {name} xizmatining bir qismi esa HTTPS ishlatilmagandagina javob beradi, shuning uchun u qismni tekshirib boʻlmadi.',
  'reason.network-changed':
    'Tekshiruv paytida tarmoq almashdi, shuning uchun {name} boʻyicha koʻrilgani hisobga olinmaydi.',
  'reason.too-few-attempts': '{name} haqida biror narsa deyish uchun urinishlar juda kam boʻldi.',
  'reason.calls-path-open':
    'Qoʻngʻiroqlar: bu tarmoq ularning maʼlumotlarini oʻtkazmoqda; {name} orqali qoʻngʻiroqlar ulanishi bu yerdan koʻrinmaydi.',
  'reason.calls-path-closed':
    'Qoʻngʻiroqlar: bu tarmoq qoʻngʻiroq maʼlumotlarini ularni boshlashga yordam beradigan serverlarga oʻtkazmayapti, shuning uchun {name} orqali qoʻngʻiroqlar ishlamasligi mumkin.',
  'reason.calls-path-domestic':
    'Qoʻngʻiroqlar: bu tarmoq ularning maʼlumotlarini faqat mamlakat ichida oʻtkazmoqda, shuning uchun {name} orqali qoʻngʻiroqlar ishlamasligi mumkin.',
  'reason.calls-limited':
    'Qoʻngʻiroqlar: bu mamlakat {name} orqali qoʻngʻiroqlarni cheklagani hammaga maʼlum. Ular ulanishi brauzerdan koʻrinmaydi.',
  'reason.calls-not-asked': 'Qoʻngʻiroqlar: {name} boʻyicha hech narsa aniqlanmadi.',
  'reason.interrupted': '{name} tekshiruvi uzilib qoldi.',

  'confirming.ok': 'Oxirgi tekshiruvda ochildi. Yana bittasi kerak.',
  'confirming.impaired': 'Oxirgi tekshiruvda qisman ishladi. Yana bittasi kerak.',
  'confirming.blocked': 'Oxirgi tekshiruvda bloklangan edi. Yana bittasi kerak.',
  'confirming.likely_blocked': 'Oxirgi tekshiruvda ochilmadi. Yana bittasi kerak.',
  'confirming.down': 'Oxirgi tekshiruvda nosoz edi. Yana bittasi kerak.',
  'confirming.insufficient':
    'Oxirgi tekshiruv hech narsani aniqlamadi. Bu yerda undan oldin maʼlum boʻlgani koʻrsatilgan.',

  'situation.unchecked': 'Hali tekshirilmagan',
  'situation.unchecked.text':
    'Shu brauzerda qaysi messenjerlar ochilishini bilish uchun “Hozir tekshirish” tugmasini bosing.',
  'situation.paused': 'Toʻxtatilgan, tugashi: {time}',
  'situation.paused-open': 'Muddatsiz toʻxtatilgan',
  'situation.stale': 'Oxirgi tekshiruv: {ago}',
  'situation.no-permission': 'Brauzer tekshirishga ruxsat bermayapti',
  'situation.no-permission.text':
    'Messenjerlar saytlariga kirishga shu yerda yoki brauzer sozlamalarida ruxsat bering.',
  'situation.offline': 'Internet yoʻq',
  'situation.offline.text':
    'Ulanishni tekshiring. Internet paydo boʻlmaguncha messenjerlar haqida hech narsa deb boʻlmaydi.',
  'situation.portal': 'Avval Wi-Fi tarmogʻiga kiring',
  'situation.portal.text': 'Istalgan saytni oching, tarmoqqa kiring va qayta tekshiring.',
  'situation.clock': 'Kompyuterdagi sanani tekshiring',
  'situation.clock.text':
    'Sana notoʻgʻri, shu sababli baʼzi saytlar ochilmasligi mumkin. Toʻgʻrilang va qayta tekshiring.',
  'situation.certificates': 'Himoyalangan ulanishlar tekshiruvdan oʻtmayapti',
  'situation.certificates.text':
    'Kompyuterdagi sanani tekshiring. Ehtimol, bu tarmoqqa avval kirish kerak yoki antivirus yo tarmoqning oʻzi ulanishlar ichiga qarayotgandir.',
  'situation.names': 'Saytlar nomi boʻyicha topilmayapti',
  'situation.names.text':
    'Internet bor, lekin saytlarni topadigan xizmat (DNS) shu tarmoqda yoki brauzer sozlamalarida ishlamayapti.',
  'situation.proxy': 'Proksi orqali hech narsa ochilmayapti',
  'situation.proxy.text':
    'U shu brauzerda oʻrnatilgan, ehtimol, uni boshqa kengaytma yoqqan. Hozircha messenjerlar haqida biror narsa deyish qiyin.',
  'situation.unsteady': 'Aloqa beqaror',
  'situation.unsteady.text':
    'Messenjerlar haqida hozir biror narsa deyish qiyin. Birozdan keyin qayta tekshiring.',
  'situation.home-only': 'Faqat mamlakat ichidagi saytlar ochilmoqda',
  'situation.home-only.text': 'Xorijiy saytlar hozir ochilmayapti.',
  'situation.some-only': 'Internetning bir qismigina ishlayapti',
  'situation.some-only.text': 'Ayrim xizmatlar ochilmoqda, qolgan saytlar esa yoʻq.',
  'situation.permit': 'Ruxsat berish',
  'network.normal': 'Internet ishlayapti',
  'network.secure-dns':
    'Brauzer manzillarni himoyalangan DNS orqali topadi, shuning uchun tarmoqning oʻz DNS xizmatidagi bloklash bu yerdan koʻrinmaydi.',
  'quiet.direct': 'provayderingiz orqali, shekilli',
  'quiet.vpn_likely.low': 'ehtimol, provayderingiz orqali emas',
  'quiet.vpn_likely.medium': 'provayderingiz orqali emas, shekilli',
  'quiet.vpn_likely.high': 'hamma belgilarga koʻra, provayderingiz orqali emas',
  'quiet.split': 'ikki yoʻldan, shekilli',
  'quiet.unknown': 'qaysi yoʻldan ekani nomaʼlum',
  'quiet.gap': 'yoʻl tekshirilmaydi',
  'quiet.secure-dns': 'Bloklashning bir qismi bu yerdan koʻrinmaydi',

  'route.direct': 'Provayderingiz orqali oʻlchangan, shekilli.',
  'route.vpn_likely.low': 'Ehtimol, provayderingiz orqali oʻlchanmagan.',
  'route.vpn_likely.medium': 'Provayderingiz orqali oʻlchanmagan, shekilli.',
  'route.vpn_likely.high': 'Hamma belgilarga koʻra, provayderingiz orqali oʻlchanmagan.',
  'route.split':
    'Ikki yoʻldan oʻlchangan, shekilli: mamlakat ichidagi saytlar provayderingiz orqali, xorijiy saytlar esa yoʻq.',
  'route.unknown': 'Provayderingiz orqali oʻlchangan-oʻlchanmagani nomaʼlum.',
  'route.country': 'Xorijiy saytlar trafikning shu mamlakatdan kelayotganini koʻrmoqda: {country}.',
  'route.seen': 'Koʻrilgan vaqti: {ago}.',
  'route.for': 'Buni nima tasdiqlaydi',
  'route.against': 'Bunga nima qarshi',
  'route.beside': 'Yana nima koʻrildi',
  'route.service':
    '{name} javob bermoqda. Provayderingiz orqali oʻlchanmagan, shekilli, shuning uchun bu provayderingiz tarmogʻi haqida hech narsa demaydi.',
  'route.gap.off': 'Dozvon trafik qaysi yoʻldan ketayotganini tekshirmaydi.',
  'route.gap.no-permission':
    'Dozvon trafik qaysi yoʻldan ketayotganini tekshirmaydi: bunga brauzer ruxsati yoʻq. Ruxsatni sozlamalarda berish mumkin: avval “Sharh”, keyin “Sozlamalar” sahifasini oching.',

  'summary.all':
    '{total, plural, =1 {{name} ochiladi} other {# ta messenjerning hammasi ochiladi}}',
  'summary.all.detour':
    '{total, plural, =1 {{name} ochiladi} other {# ta messenjerning hammasi ochiladi}}, provayderingiz orqali emas, shekilli',
  'summary.all.detour.low':
    '{total, plural, =1 {{name} ochiladi} other {# ta messenjerning hammasi ochiladi}}, ehtimol, provayderingiz orqali emas',
  'summary.only': '{count, plural, one {Faqat {names} ochiladi} other {Faqat {names} ochiladi}}',
  'summary.open':
    '{open, plural, =0 {{total} ta messenjerdan birortasi ham ochilmayapti} one {{total} ta messenjerdan # tasi ochiladi} other {{total} ta messenjerdan # tasi ochiladi}}',
  'summary.unknown': 'Qaysi messenjerlar ochilishi nomaʼlum',
  'summary.closed':
    '{more, plural, =0 {{count, plural, one {{names} ochilmayapti} other {{names} ochilmayapti}}} other {{count} ta messenjer ochilmayapti: {names} va yana # ta}}',
  'summary.impaired':
    '{more, plural, =0 {{count, plural, one {{names} qisman ishlayapti} other {{names} qisman ishlayapti}}} other {{count} ta messenjer qisman ishlayapti: {names} va yana # ta}}',
  'summary.down': 'Xizmatda nosozlik: {names}{more, plural, =0 {} other { va yana # ta}}',
  'summary.again': 'Yana bir tekshiruv kerak: {names}{more, plural, =0 {} other { va yana # ta}}',
  'summary.unknown-of': 'Nomaʼlum: {names}{more, plural, =0 {} other { va yana # ta}}',
  'summary.unasked': 'Tekshirilmaydi: {names}{more, plural, =0 {} other { va yana # ta}}',
  'summary.others': 'Qolgan {count} tasi ochiladi',

  'first.title': 'Siz ruxsat bermaguningizcha hech narsa yuborilmaydi',
  'first.purpose':
    'Dozvon shu brauzerdan qaysi messenjerlar ochilishini va boshqalariga nima toʻsqinlik qilishini koʻrsatadi.',
  'first.short':
    'Taxminan har 15 daqiqada messenjerlarga va taqqoslash uchun bir nechta boshqa saytga kichik soʻrovlar yuboriladi. Provayder va tarmoqni boshqaradigan odam ular qayerga va qachon ketayotganini koʻradi. Biz hech narsa koʻrmaymiz.',
  'first.more': 'Nima, qanchalik tez-tez yuboriladi va buni kim koʻradi',
  'first.what': 'Nima yuboriladi',
  'first.what.text':
    'Kichik soʻrovlar messenjerlarning oʻz manzillariga va taqqoslash uchun betaraf saytlarga, manzillarni topadigan (DNS) va qoʻngʻiroqlarni ulaydigan serverlarga yuboriladi.',
  'first.often': 'Qanchalik tez-tez',
  'first.often.text':
    'Tekshiruvlar taxminan har 15 daqiqada, batafsillari har olti soatda oʻtadi. Kamroq yoki faqat qoʻlda tekshirish mumkin. Trafik provayderingiz orqali ketmayotgandek koʻrinsa, mamlakat ichidagi hech bir saytga soʻrov yuborilmaydi (bloklashlari Dozvon dasturiga maʼlum mamlakatlarda).',
  'first.seen': 'Buni kim koʻrishi mumkin',
  'first.seen.text':
    'Provayder va tarmoqni boshqaradigan odam soʻrovlar qayerga va qachon ketayotganini koʻradi. Saytlar va xizmatlar, har bir kirishdagidek, manzilingizni koʻradi. Soʻrovlarni shu kompyuterdagi boshqa dasturlar ham payqashi mumkin.',
  'first.unseen': 'Kim koʻrmaydi',
  'first.unseen.text':
    'Biz hech narsa koʻrmaymiz: oʻz serverimiz yoʻq. Natijalar shu brauzerda qoladi.',
  'first.agree': 'Tekshirishni boshlash',
  'first.elsewhere':
    'Shu yerdan boshlasangiz, Dozvon trafik provayderingiz orqali oʻtish-oʻtmasligini aytmaydi: brauzer avval sizdan soʻrashi kerak, bu esa faqat sahifada mumkin.',
  'first.open': 'Alohida sahifada boshlash',

  'visibility.title': 'Kim nimani koʻradi',
  'visibility.untranslated': 'Bu sahifa hali tarjima qilinmagan; davomi ingliz tilida.',

  'pause.title': 'Tekshiruvlarni toʻxtatib turish',
  'pause.hour': 'Bir soatga',
  'pause.tomorrow': 'Ertagacha',
  'pause.resumed': 'Men davom ettirgunimcha',
  'pause.until': 'Toʻxtatib turilgan, tugashi: {time}.',
  'pause.until-resumed': 'Siz davom ettirguningizcha toʻxtatib turilgan.',
  'pause.once':
    '“Hozir tekshirish” faqat bir marta tekshiradi, tekshiruvlar toʻxtatib turilganicha qoladi.',
  'pause.resume': 'Davom ettirish',
  'pause.by-hand': 'Tekshiruvlar faqat siz soʻraganda oʻtadi.',

  'checked.ago': 'Tekshirilgan: {ago}',
  'checked.now': 'Hozirgina tekshirildi',
  'next.in': 'Keyingi tekshiruv: {when}',
  'next.now': 'Keyingi tekshiruv hozir boshlanadi',

  'action.check': 'Hozir tekshirish',
  'action.cancel': 'Bekor qilish',
  'action.more': 'Yana',
  'action.download': 'CSV yuklab olish',

  'so-far.opens': 'Hozircha ochiladi',
  'so-far.in-part': 'Hozircha qisman ishlaydi',
  'so-far.name-not-found': 'Manzil hozircha topilmadi',
  'so-far.no-answer': 'Hozircha javob yoʻq',
  'so-far.cut-off': 'Aloqa hozircha uzilmoqda',
  'so-far.fails': 'Hozircha ochilmayapti',

  'progress.headline':
    '{known, plural, =0 {Tekshirilmoqda…} other {Maʼlum boʻlgani: {total} tadan # tasi}}',
  'progress.refining': 'Faqat tafsilotlarni aniqlash qoldi.',
  'progress.running':
    'Oxirigacha tekshirildi: {total, plural, one {# ta messenjerdan} other {# ta messenjerdan}} {done} tasi',
  'progress.announce':
    '{known, plural, =0 {Tekshiruv ketmoqda.} other {Tekshiruv ketmoqda. Hozircha ochiladigani: {total} tadan {open} tasi.}}{closed, plural, =0 {} other { Hozircha ochilmayotgani: {names}.}}',
  'progress.checking': 'Tekshirilmoqda…',
  'progress.last': 'Oxirgi tekshiruvda: “{result}”.',
  'progress.details': 'Oxirgi tekshiruvda koʻrilgani:',

  'aside.short':
    'Avvalgi tarixdan endi foydalanib boʻlmaydi. Batafsil koʻrish uchun “Sharh” sahifasini oching.',

  'error.worker':
    'Kengaytma javob bermayapti. Shu oynani yopib, qayta oching va yana urinib koʻring.',
  'error.storage':
    'Brauzer kengaytma saqlagan maʼlumotlarni oʻqiy olmayapti. Brauzerni qayta ishga tushiring; yordam bermasa, kengaytmani olib tashlab, qayta oʻrnating. Bunda tarix va sozlamalar yoʻqoladi.',
  'error.history': 'Tekshiruvlar tarixini oʻqib boʻlmayapti.',
  'error.export': 'Faylni yaratib boʻlmadi.',
  'error.unsaved':
    'Oxirgi tekshiruvni saqlab boʻlmadi: diskda joy yoʻqdir. Tekshiruvlar davom etadi, lekin joy boʻshamaguncha tarixda boʻshliq boʻladi.',

  'role.web': 'Veb-sayt',
  'role.messages': 'Xabarlar',
  'role.media': 'Rasm va fayllar',
  'role.calls': 'Qoʻngʻiroqlar',
  'role.registration': 'Roʻyxatdan oʻtish',
  'role.api': 'Ilova aloqasi',
  'role.login': 'Kirish',
  'part.ok': 'ochiq',
  'part.impaired': 'qisman ochiq',
  'part.blocked': 'bloklangan',
  'part.likely_blocked': 'ochiq emas',
  'part.down': 'xizmatda nosozlik',
  'part.insufficient': 'nomaʼlum',
};
