/** The nonce of this response, as the build's `html.cspNonce` leaves it in the page; empty where the page carries none. */
export function pageNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  // Where the get-nonce package looks, on behalf of the scroll lock under every dialog.
  Object.assign(globalThis, { __webpack_nonce__: nonce });
  return nonce;
}
