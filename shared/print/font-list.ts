/** The faces of the books: a humanist sans with real bold and italic, and one family a script. All under the SIL Open Font Licence. */
export type Family = 'Source Sans 3' | 'Vazirmatn' | 'Noto Sans Hebrew' | 'Noto Sans JP' | 'Noto Sans SC' | 'Noto Sans TC' | 'Noto Sans KR';
export type Style = 'normal' | 'bold' | 'italics' | 'bolditalics';

/** Where the bytes of a font come from, by file name: a folder in Node, the application's own server in a worker. */
export type FontSource = (file: string) => Promise<Uint8Array>;

/** Package and file inside it: what a build copies to `dist/fonts`, flat, under the last part of the path. */
export const fontFiles = [
  ['@expo-google-fonts/source-sans-3', '400Regular/SourceSans3_400Regular.ttf'],
  ['@expo-google-fonts/source-sans-3', '600SemiBold/SourceSans3_600SemiBold.ttf'],
  ['@expo-google-fonts/source-sans-3', '400Regular_Italic/SourceSans3_400Regular_Italic.ttf'],
  ['@expo-google-fonts/source-sans-3', '600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf'],
  ['@expo-google-fonts/vazirmatn', '400Regular/Vazirmatn_400Regular.ttf'],
  ['@expo-google-fonts/vazirmatn', '700Bold/Vazirmatn_700Bold.ttf'],
  ['@expo-google-fonts/noto-sans-hebrew', '400Regular/NotoSansHebrew_400Regular.ttf'],
  ['@expo-google-fonts/noto-sans-hebrew', '700Bold/NotoSansHebrew_700Bold.ttf'],
  ['@expo-google-fonts/noto-sans-jp', '400Regular/NotoSansJP_400Regular.ttf'],
  ['@expo-google-fonts/noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf'],
  ['@expo-google-fonts/noto-sans-tc', '400Regular/NotoSansTC_400Regular.ttf'],
  ['@expo-google-fonts/noto-sans-kr', '400Regular/NotoSansKR_400Regular.ttf'],
] as const;

export const mainFamily: Family = 'Source Sans 3';

/** The file of every style of a family. Han has one weight: each further one would add 5–10 MB to the installer. */
export const families: Readonly<Record<Family, Readonly<Record<Style, string>>>> = {
  'Source Sans 3': {
    normal: 'SourceSans3_400Regular.ttf', bold: 'SourceSans3_600SemiBold.ttf',
    italics: 'SourceSans3_400Regular_Italic.ttf', bolditalics: 'SourceSans3_600SemiBold_Italic.ttf',
  },
  'Vazirmatn': upright('Vazirmatn_400Regular.ttf', 'Vazirmatn_700Bold.ttf'),
  'Noto Sans Hebrew': upright('NotoSansHebrew_400Regular.ttf', 'NotoSansHebrew_700Bold.ttf'),
  'Noto Sans JP': upright('NotoSansJP_400Regular.ttf'),
  'Noto Sans SC': upright('NotoSansSC_400Regular.ttf'),
  'Noto Sans TC': upright('NotoSansTC_400Regular.ttf'),
  'Noto Sans KR': upright('NotoSansKR_400Regular.ttf'),
};

/** Arabic, Hebrew and Han have no italic; slanting them by machine would be a forgery. */
function upright(normal: string, bold = normal): Readonly<Record<Style, string>> {
  return { normal, bold, italics: normal, bolditalics: bold };
}
