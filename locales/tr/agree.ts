import type { AgreeMessageId } from '../en/agree.ts';

export const agree: Record<AgreeMessageId, string> = {
  'agree.route': 'Trafiğimin sağlayıcımdan geçip geçmediğini de göster',
  'agree.route.text':
    'Bunun için, isteği gönderenin adresini geri bildiren birkaç siteye, uzun süredir engelli olan sitelere ve yalnızca ülke içinde açılan sitelere de istek gider. Bunlar olmadan Dozvon trafiğin hangi yoldan gittiğini anlayamaz. Bunu daha sonra kapatabilirsiniz.',
  'agree.route.permission':
    'Tarayıcı, bu sitelerdeki verilere erişime izin vermenizi isteyecek. Dozvon açtığınız sayfaları görmez.',
};
