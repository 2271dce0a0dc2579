/** The domain of an address that tells an organisation apart; null for public providers, where everybody may live. */
export function ownDomain(email: string | null): string | null {
  const domain = email?.slice(email.lastIndexOf('@') + 1).toLowerCase().replace(hostInFront, '') ?? '';
  return domain.includes('.') && !publicProviders.has(domain) && !providerAbroad.test(domain) ? domain : null;
}

const hostInFront = /^(?:www|mail|mx|smtp|email)\./;
const providerAbroad = /^(?:yahoo|hotmail|outlook|live|gmail|googlemail|gmx)\./;

export function localPart(email: string): string {
  return email.slice(0, email.lastIndexOf('@')).toLowerCase();
}

/** An address that a team shares says little about who writes. */
export function isTeamAddress(email: string): boolean {
  return /^(info|sales|contact|kontakt|office|admin|hello|team|support|partners?|channel|marketing|mail|post|enquiries|inquiries|reception|vertrieb|ventas|commercial|no-?reply)\d*$/.test(localPart(email));
}

/** A telephone number as its last nine digits: country code, trunk zero and blanks differ from list to list. Null: too short, or eaten by a spreadsheet. */
export function phoneKey(phone: string | null): string | null {
  if (phone === null || eaten.test(phone)) return null;
  const digits = phone.replace(extension, '').replace(trunkZero, '').replace(noDigits, '');
  return digits.length >= 7 ? digits.slice(-9) : null;
}

const eaten = /e\+?\d/i;
const extension = /(?:ext|x|#|durchwahl).*$/i;
const trunkZero = /\(0\)/g;
const noDigits = /\D+/g;

const publicProviders: ReadonlySet<string> = new Set(
  ('gmail.com googlemail.com yahoo.com ymail.com rocketmail.com hotmail.com outlook.com live.com msn.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de arcor.de mail.com mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com ya.ru rambler.ru ' +
    'proton.me protonmail.com pm.me tutanota.com tuta.io fastmail.com hey.com zoho.com hushmail.com orange.fr wanadoo.fr free.fr sfr.fr laposte.net bbox.fr libero.it virgilio.it tiscali.it alice.it tin.it terra.es telefonica.net wp.pl o2.pl onet.pl interia.pl gazeta.pl seznam.cz centrum.cz email.cz azet.sk ' +
    'freemail.hu citromail.hu abv.bg mail.bg ukr.net i.ua meta.ua qq.com 163.com 126.com sina.com sohu.com foxmail.com aliyun.com naver.com hanmail.net daum.net nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp rediffmail.com uol.com.br bol.com.br terra.com.br ig.com.br comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net ' +
    'btinternet.com virginmedia.com sky.com talktalk.net blueyonder.co.uk ntlworld.com bigpond.com optusnet.com.au xtra.co.nz walla.co.il walla.com bezeqint.net telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl home.nl bluewin.ch sunrise.ch online.no telia.com bredband.net').split(' '),
);
