export function makeIcons(folder: string): void;
export function svg(): string;
