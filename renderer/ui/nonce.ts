/** The nonce of this response, as the build's `html.cspNonce` leaves it in the page; empty where the page carries none. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
