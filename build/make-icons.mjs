// Draws the icon — a summit above a table's edge, the sun behind it — as SVG, PNG, ICO and ICNS, with no tool beyond Node.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const sizes = [16, 32, 48, 64, 128, 256, 512, 1024];
const samples = 4;

/** From back to front, on a square of 100 by 100. */
const shapes = [
  { colour: [20, 63, 92], rounded: { x: 4, y: 4, size: 92, radius: 20 } },
  { colour: [245, 190, 88], circle: { x: 66, y: 36, radius: 11 } },
  { colour: [122, 170, 196], polygon: [[46, 70], [66, 42], [88, 70]] },
  { colour: [255, 255, 255], polygon: [[12, 70], [40, 26], [68, 70]] },
  { colour: [176, 205, 220], polygon: [[40, 26], [68, 70], [46, 70], [50, 54], [42, 48]] },
  { colour: [245, 190, 88], polygon: [[12, 75], [88, 75], [88, 80], [12, 80]] },
];

/** Writes icon.svg, icon.ico, icon.icns and one PNG a size into a folder. */
export function makeIcons(folder) {
  mkdirSync(folder, { recursive: true });
  const pngs = new Map(sizes.map((size) => [size, png(size)]));
  for (const [size, bytes] of pngs) writeFileSync(join(folder, `${size}x${size}.png`), bytes);
  writeFileSync(join(folder, 'icon.svg'), svg());
  writeFileSync(join(folder, 'icon.ico'), ico([16, 32, 48, 256].map((size) => [size, pngs.get(size)])));
  writeFileSync(join(folder, 'icon.icns'), icns([['icp4', 16], ['icp5', 32], ['icp6', 64], ['ic07', 128], ['ic08', 256], ['ic09', 512], ['ic10', 1024]].map(([type, size]) => [type, pngs.get(size)])));
}

/** The icon as one SVG: the window's own icon, renderer/icon.svg, is this text. */
export function svg() {
  const drawn = shapes.map(({ colour, rounded, circle, polygon }) => {
    const fill = `fill="rgb(${colour.join(',')})"`;
    if (rounded) return `<rect x="${rounded.x}" y="${rounded.y}" width="${rounded.size}" height="${rounded.size}" rx="${rounded.radius}" ${fill}/>`;
    if (circle) return `<circle cx="${circle.x}" cy="${circle.y}" r="${circle.radius}" ${fill}/>`;
    return `<polygon points="${polygon.map((point) => point.join(',')).join(' ')}" ${fill}/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${drawn.join('')}</svg>\n`;
}

function png(size) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) rows.set(pixel(x, y, size), y * (size * 4 + 1) + 1 + x * 4);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** The mean of 4 by 4 points, so that slopes are smooth at 16 pixels. */
function pixel(x, y, size) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let index = 0; index < samples * samples; index += 1) {
    const px = ((x + ((index % samples) + 0.5) / samples) * 100) / size;
    const py = ((y + (Math.floor(index / samples) + 0.5) / samples) * 100) / size;
    const top = shapes.findLast((shape) => covers(shape, px, py));
    if (!top) continue;
    covered += 1;
    top.colour.forEach((part, at) => (sum[at] += part));
  }
  return covered === 0 ? [0, 0, 0, 0] : [...sum.map((part) => Math.round(part / covered)), Math.round((covered * 255) / (samples * samples))];
}

function covers({ rounded, circle, polygon }, x, y) {
  if (rounded) {
    const { x: left, y: top, size, radius } = rounded;
    const dx = Math.max(left + radius - x, x - (left + size - radius), 0);
    const dy = Math.max(top + radius - y, y - (top + size - radius), 0);
    return Math.hypot(dx, dy) <= radius;
  }
  if (circle) return Math.hypot(x - circle.x, y - circle.y) <= circle.radius;
  let isInside = false;
  polygon.forEach(([ax, ay], at) => {
    const [bx, by] = polygon[(at + 1) % polygon.length];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  });
  return isInside;
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

function ico(images) {
  const head = Buffer.alloc(6 + images.length * 16);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let at = head.length;
  images.forEach(([size, bytes], index) => {
    const entry = 6 + index * 16;
    head.set([size % 256, size % 256, 0, 0, 1, 0, 32, 0], entry);
    head.writeUInt32LE(bytes.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += bytes.length;
  });
  return Buffer.concat([head, ...images.map(([, bytes]) => bytes)]);
}

function icns(images) {
  const parts = images.map(([type, bytes]) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32BE(bytes.length + 8, 4);
    return Buffer.concat([head, bytes]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  makeIcons(new URL('icons', import.meta.url).pathname);
  writeFileSync(new URL('../renderer/icon.svg', import.meta.url), svg());
}
