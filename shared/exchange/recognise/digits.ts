/** Arabic, Persian and full-width digits as 0 to 9, full-width signs between them as `-./:`. */
export function westernDigits(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace(/[\uFF0D-\uFF0F\uFF1A]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
