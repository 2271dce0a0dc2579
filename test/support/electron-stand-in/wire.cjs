// Bytes survive the way between page and shell as they do in structured cloning. Both functions run in Node and, as source text, in the page.
function pack(value) {
  if (Object.prototype.toString.call(value) === '[object Uint8Array]') {
    let text = '';
    for (let start = 0; start < value.length; start += 0x8000) text += String.fromCharCode(...value.subarray(start, start + 0x8000));
    return { bytes: btoa(text) };
  }
  if (Array.isArray(value)) return { list: value.map(pack) };
  if (value !== null && typeof value === 'object') return { object: Object.entries(value).map(([key, inner]) => [key, pack(inner)]) };
  return value === undefined ? {} : { plain: value };
}

function unpack(packed) {
  if ('bytes' in packed) return Uint8Array.from(atob(packed.bytes), (letter) => letter.charCodeAt(0));
  if ('list' in packed) return packed.list.map(unpack);
  if ('object' in packed) return Object.fromEntries(packed.object.map(([key, inner]) => [key, unpack(inner)]));
  return packed.plain;
}

/** Runs the built preload before the page's own scripts, with `electron` as sandboxed preloads know it. */
function pageScript(preload) {
  return `(() => {
    const pack = ${pack.toString()};
    const unpack = ${unpack.toString()};
    document.addEventListener('securitypolicyviolation', (event) => globalThis.__standInViolation(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile));
    const heard = new Map();
    globalThis.__standInHear = (channel, text) => (heard.get(channel) ?? []).forEach((listener) => listener({}, ...unpack(JSON.parse(text))));
    const electron = {
      contextBridge: { exposeInMainWorld: (name, value) => Object.defineProperty(globalThis, name, { value: Object.freeze(value) }) },
      ipcRenderer: {
        invoke: async (channel, ...values) => unpack(JSON.parse(await globalThis.__standInInvoke(channel, JSON.stringify(pack(values))))),
        on: (channel, listener) => heard.set(channel, [...(heard.get(channel) ?? []), listener]),
      },
    };
    if (window !== window.top) return;
    const require = (name) => {
      if (name !== 'electron') throw new Error('a sandboxed preload may not require ' + name);
      return electron;
    };
    const module = { exports: {} };
    ((require, module, exports) => {${preload}\n})(require, module, module.exports);
  })();`;
}

module.exports = { pack, unpack, pageScript };
