import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from '#shared/kernel/random.ts';

/** Bytes with a few mistakes in them: flipped, cut, doubled, or words that readers stumble over. Half of the workbooks get theirs inside a part, so that they still open. */
export function mutated(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || random.below(2) === 0) return scrambled(bytes, random);
  const parts = unzipSync(bytes);
  const name = random.pick(Object.keys(parts).filter((part) => part.startsWith('xl/')));
  return zipSync({ ...parts, [name]: scrambled(strToU8(strFromU8(parts[name] as Uint8Array)), random) }, { level: 0 });
}

const stumbling = ['\0', '"', '""', '⟨more: 1 of 9⟩', '⟨U+0000⟩', '-1', '1e999', '9'.repeat(400), '__proto__', 'id (Summit Planner 4: partners)', '<', '&#0;', '</c>', '</row>', '\r', '\ufeff', '[', '{"', 'NaN', '2027-02-30', '=1+1', ','];

function scrambled(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let out = Uint8Array.from(bytes);
  for (let mistakes = 1 + random.below(3); mistakes > 0; mistakes--) {
    const at = random.below(Math.max(1, out.length));
    switch (random.below(5)) {
      case 0: out[at] = (out[at] ?? 0) ^ (1 << random.below(8)); break;
      case 1: out = out.slice(0, at); break;
      case 2: out = spliced(out, at, random.below(40), new Uint8Array()); break;
      case 3: out = spliced(out, at, 0, out.slice(at, at + random.below(200))); break;
      default: out = spliced(out, at, random.below(3), new TextEncoder().encode(random.pick(stumbling)));
    }
  }
  return out;
}

function spliced(bytes: Uint8Array, at: number, drop: number, put: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(Math.max(at, bytes.length - drop) + put.length);
  out.set(bytes.subarray(0, at));
  out.set(put, at);
  out.set(bytes.subarray(at + drop), at + put.length);
  return out;
}
