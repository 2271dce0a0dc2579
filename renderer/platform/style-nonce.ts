/** The nonce of this page's styles, for the component library's provider. It is also left where the `get-nonce` package looks, for the libraries that ask there. */
export function styleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  Object.assign(globalThis, { __webpack_nonce__: nonce });
  return nonce;
}
