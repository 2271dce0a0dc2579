import { unzipSync, zipSync, type Zippable } from 'fflate';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type FileProblem, fileProblem, limits } from '../problem.ts';

/**
 * A workbook's parts unpacked within bounds and packed again without compression, so that the reader behind cannot be made to
 * unpack more than was declared. Only the parts that hold cells are kept: no external links, macros, colours, images or embedded files.
 */
export function contained(name: string, bytes: Uint8Array): Result<Uint8Array, FileProblem> {
  if (bytes.length > limits.fileBytes) return err(fileProblem('file-too-big', name, { found: bytes.length, limit: limits.fileBytes }));
  if (startsWith(bytes, oldContainer)) return err(fileProblem('old-workbook', name));
  if (bytes.length === 0) return err(fileProblem('empty-file', name));
  if (!startsWith(bytes, zipMark)) return err(fileProblem(isPlainText(bytes) ? 'text-not-workbook' : 'not-a-workbook', name));
  if (!hasEnd(bytes)) return err(fileProblem('workbook-cut', name));
  let declared = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name: part, originalSize }) => {
        if (!cellParts.test(part)) return false;
        declared += originalSize;
        return declared <= limits.unpackedBytes;
      },
    });
  } catch {
    return err(fileProblem('not-a-workbook', name));
  }
  if (declared > limits.unpackedBytes) return err(fileProblem('unpacks-too-big', name, { found: declared, limit: limits.unpackedBytes }));
  const kept: Zippable = Object.create(null) as Zippable;
  for (const [part, content] of Object.entries(parts)) {
    // ECMA-376 part 1 forbids document type declarations in every part; entities that multiply come through them.
    if (declaresTypes(content)) return err(fileProblem('declares-entities', name));
    kept[part] = [content, { level: 0, mtime: zipEpoch }];
  }
  return ok(zipSync(kept));
}

const cellParts = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings|metadata)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;
const zipMark = [0x50, 0x4b, 0x03, 0x04];
/** The end of the central directory, without which an archive was cut (APPNOTE 4.3.16). */
const endMark = [0x50, 0x4b, 0x05, 0x06];
/** The longest the end can be: 22 bytes and a comment of 65,535. */
const longestEnd = 65_557;
const oldContainer = [0xd0, 0xcf, 0x11, 0xe0];
const zipEpoch = new Date('1980-01-01T12:00:00Z');

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function hasEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - longestEnd); at--) if (endMark.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** No control characters other than those of lines and tabs among the first bytes. */
function isPlainText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

function declaresTypes(content: Uint8Array): boolean {
  const mark = [0x3c, 0x21, 0x44, 0x4f, 0x43]; // <!DOC
  const head = content.subarray(0, 4096 + mark.length);
  for (let at = head.indexOf(0x3c); at >= 0; at = head.indexOf(0x3c, at + 1)) if (mark.every((byte, index) => head[at + index] === byte)) return true;
  return false;
}
