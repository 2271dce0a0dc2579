import font from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url';
import pdfmake from 'pdfmake';
import { report } from './report.ts';

type Press = {
  virtualfs: { writeFileSync(name: string, bytes: Uint8Array): void };
  setFonts(fonts: object): void;
  createPdf(document: object): { getBuffer(): Promise<Uint8Array> };
};

report(async () => {
  const press = pdfmake as unknown as Press;
  press.virtualfs.writeFileSync('sans.ttf', new Uint8Array(await (await fetch(font)).arrayBuffer()));
  press.setFonts({ Sans: { normal: 'sans.ttf', bold: 'sans.ttf', italics: 'sans.ttf', bolditalics: 'sans.ttf' } });
  const bytes = await press.createPdf({ content: ['Briefing book'], defaultStyle: { font: 'Sans' } }).getBuffer();
  return { begins: new TextDecoder('latin1').decode(bytes.slice(0, 5)), isWhole: bytes.length > 1000 };
});
