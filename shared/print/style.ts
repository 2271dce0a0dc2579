import type { Document } from '../documents/document.ts';

/** Lengths in points (1/72 inch), colours as `#rrggbb`. */
export type PrintStyle = {
  readonly paper: { readonly width: number; readonly height: number };
  readonly margins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Width of the type area. */
  readonly measure: number;
  /** Width of the column that holds the labels of sections, and the gap beside it. */
  readonly labelColumn: number;
  readonly gutter: number;
  readonly large: boolean;
  readonly size: Sizes;
  readonly colour: Colours;
};

export type Sizes = {
  readonly body: number; readonly small: number; readonly tiny: number; readonly lead: number; readonly figure: number;
  readonly h1: number; readonly h2: number; readonly h3: number; readonly display: number;
};

export type Colours = { readonly ink: string; readonly muted: string; readonly rule: string; readonly tint: string; readonly brand: string };

export function styleOf(document: Pick<Document, 'paper' | 'scale' | 'binding' | 'brandColour'>): PrintStyle {
  const paper = document.paper === 'a4' ? { width: 595.28, height: 841.89 } : { width: 612, height: 792 };
  const large = document.scale === 'large';
  const margins = { left: document.binding === 'left' ? 62 : 46, top: 50, right: 44, bottom: 46 };
  return {
    paper,
    margins,
    measure: paper.width - margins.left - margins.right,
    labelColumn: large ? 104 : 76,
    gutter: 10,
    large,
    size: large ? largeSizes : normalSizes,
    colour: { ...ink, brand: legible(document.brandColour) },
  };
}

const normalSizes: Sizes = { body: 10, small: 8.75, tiny: 7.5, lead: 12, figure: 16, h1: 22, h2: 15, h3: 11, display: 34 };
const largeSizes: Sizes = { body: 14, small: 12, tiny: 9, lead: 16, figure: 20, h1: 26, h2: 20, h3: 15, display: 38 };

/** Greys hold on a laser printer without colour: text at 7:1 and more on white, rules and tints as light and darker grey. */
const ink = { ink: '#1a1d21', muted: '#515a64', rule: '#c4cad1', tint: '#f2f4f6' } as const;

const fallbackBrand = '#1d3f66';

/** The brand colour where it reads as small text on white (WCAG 2.2, 4.5:1), else a dark blue that does. */
export function legible(brand: string | null): string {
  return brand !== null && /^#[0-9a-f]{6}$/i.test(brand) && contrastOnWhite(brand) >= 4.5 ? brand.toLowerCase() : fallbackBrand;
}

/** Contrast ratio on white by the formula of WCAG 2.2: 1 (white) to 21 (black). */
export function contrastOnWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16) / 255)) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function linear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
