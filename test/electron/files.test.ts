import { mkdir, mkdtemp, readFile, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diskProblem, readWithin, writeAtomically } from '#electron/disk.ts';
import { filesOf } from '#electron/files.ts';
import { fileLimits, isPlainFileName } from '#shared/bridge/file-kind.ts';
import { valueOf } from '#shared/kernel/result.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'summit-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Files over a planner who gives these answers in turn. */
function filesWith(answers: { save?: string | null; open?: string[]; folder?: string | null; ask?: number }) {
  const recent: string[] = [];
  const files = filesOf({
    askWhereToSave: async () => answers.save ?? null,
    askWhatToOpen: async () => answers.open ?? [],
    askForFolder: async () => answers.folder ?? null,
    ask: async () => answers.ask ?? -1,
    revealFolder: async () => undefined,
    noteRecentFile: (path) => recent.push(path),
  });
  return { files, recent };
}

describe('one file', () => {
  test('is written whole, with nothing left beside it', async () => {
    const path = join(folder, 'plan.summit');
    await writeFile(path, 'old');
    expect(await writeAtomically(path, bytesOf('new'))).toEqual({ ok: true, value: null });
    expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['new', ['plan.summit']]);
  });

  test('stays as it was when writing is not possible', async () => {
    const path = join(folder, 'missing', 'plan.summit');
    expect(await writeAtomically(path, bytesOf('new'))).toEqual({ ok: false, problem: { code: 'file-missing', file: 'plan.summit' } });
    await mkdir(join(folder, 'taken.summit'));
    expect(await writeAtomically(join(folder, 'taken.summit'), bytesOf('new'))).toMatchObject({ ok: false });
    expect(await readdir(folder)).toEqual(['taken.summit']);
  });

  test('past the limit is refused by name before it is read', async () => {
    const path = join(folder, 'huge.csv');
    await writeFile(path, '');
    await truncate(path, fileLimits.fileBytes + 1);
    expect(await readWithin(path, fileLimits.fileBytes)).toEqual({ ok: false, problem: { code: 'file-too-large', file: 'huge.csv', bytes: fileLimits.fileBytes + 1, limitBytes: fileLimits.fileBytes } });
  });

  test.each([
    ['ENOSPC', { code: 'disk-full', file: 'a.pdf' }],
    ['EROFS', { code: 'disk-read-only', file: 'a.pdf' }],
    ['EIO', { code: 'disk-gone', file: 'a.pdf' }],
    ['EACCES', { code: 'access-denied', file: 'a.pdf' }],
    ['ENOENT', { code: 'file-missing', file: 'a.pdf' }],
    ['EXDEV', { code: 'disk-error', file: 'a.pdf', system: 'EXDEV' }],
  ])('the system says %s and the planner hears what it means', (code, problem) => {
    expect(diskProblem(Object.assign(new Error('x'), { code }), 'a.pdf')).toEqual(problem);
  });

  test('is saved where the dialog says, with an extension when the planner typed none', async () => {
    const { files, recent } = filesWith({ save: join(folder, 'spring') });
    expect(await files.save('Spring summit.summit', 'summit', bytesOf('x'))).toEqual({ ok: true, value: { name: 'spring.summit' } });
    expect([await readdir(folder), recent]).toEqual([['spring.summit'], [join(folder, 'spring.summit')]]);
  });

  test('is not saved when the planner cancels, nor under a name of another kind', async () => {
    const { files } = filesWith({});
    expect(await files.save('a.pdf', 'pdf', bytesOf('x'))).toEqual({ ok: true, value: null });
    expect(await files.save('a.exe', 'pdf', bytesOf('x'))).toEqual({ ok: false, problem: { code: 'file-name-refused', file: 'a.exe' } });
  });
});

describe('names that would mislead or escape', () => {
  test.each(['../up.pdf', 'a/b.pdf', 'a\\b.pdf', 'C:\\a.pdf', '.hidden.pdf', 'con.pdf', 'LPT1.csv', 'a.pdf ', 'a.pdf.', 'a\u0000.pdf', 'invoice\u202efdp.exe', 'invoice\u202excod.pdf', 'a\ud800.pdf', 'a.exe', 'noextension', '', `${'n'.repeat(250)}.pdf`, 'a:stream.pdf', 'what?.pdf'])('%j is refused', (name) => {
    expect(isPlainFileName(name)).toBe(false);
  });

  test.each(['Book.pdf', 'Zoë Ångström – Tue 10:00.pdf'.replace(':', '.'), '山田太郎.pdf', 'دعوة.pdf', 'a & b (2).csv'])('%j is fine', (name) => {
    expect(isPlainFileName(name)).toBe(true);
  });
});

describe('a folder the planner chose', () => {
  test('takes the announced names and no others', async () => {
    const { files } = filesWith({ folder });
    const { folder: token } = valueOf(await files.approveFolder(['Ana.pdf', 'Bo.pdf'])) as { folder: string };
    expect(await files.saveInFolder(token, 'Ana.pdf', bytesOf('ana'))).toEqual({ ok: true, value: { name: 'Ana.pdf' } });
    expect(await files.saveInFolder(token, 'Eve.pdf', bytesOf('eve'))).toEqual({ ok: false, problem: { code: 'file-name-refused', file: 'Eve.pdf' } });
    expect(await files.saveInFolder('0'.repeat(32), 'Ana.pdf', bytesOf('x'))).toEqual({ ok: false, problem: { code: 'folder-not-approved' } });
    expect(await files.approveFolder(['../Ana.pdf'])).toEqual({ ok: false, problem: { code: 'file-name-refused', file: '../Ana.pdf' } });
    expect(await readdir(folder)).toEqual(['Ana.pdf']);
  });

  test('asks before it replaces, and can keep both', async () => {
    await writeFile(join(folder, 'Ana.pdf'), 'old');
    await writeFile(join(folder, 'Ana 2.pdf'), 'older');
    const { files } = filesWith({ folder, ask: 1 });
    const { folder: token } = valueOf(await files.approveFolder(['Ana.pdf', 'Bo.pdf'])) as { folder: string };
    expect(await files.saveInFolder(token, 'Ana.pdf', bytesOf('new'))).toEqual({ ok: true, value: { name: 'Ana 3.pdf' } });
    expect(await readFile(join(folder, 'Ana.pdf'), 'utf8')).toBe('old');
    expect(await filesWith({ folder, ask: 2 }).files.approveFolder(['Ana.pdf'])).toEqual({ ok: true, value: null });
  });

  test('is read in name order, links not followed, and what is left out is named', async () => {
    await mkdir(join(folder, 'b/c/d/e'), { recursive: true });
    await writeFile(join(folder, 'z.csv'), 'z');
    await writeFile(join(folder, 'a.csv'), 'a');
    await writeFile(join(folder, 'notes.exe'), 'no');
    await writeFile(join(folder, 'b/inner.csv'), 'inner');
    await writeFile(join(folder, 'b/c/d/e/deep.csv'), 'deep');
    await writeFile(join(folder, 'huge.csv'), '');
    await truncate(join(folder, 'huge.csv'), fileLimits.fileBytes + 1);
    await symlink('/etc/hostname', join(folder, 'link.csv'));
    const read = valueOf(await filesWith({ folder }).files.openFolder(['csv']));
    expect(read?.files.map(({ name }) => name)).toEqual(['a.csv', 'b/inner.csv', 'z.csv']);
    expect(read?.leftOut).toEqual([{ name: 'b/c/d/e', reason: 'too-deep' }, { name: 'huge.csv', reason: 'too-large' }]);
  });
});

test('only summit files of a launch are taken, once', async () => {
  const path = join(folder, 'spring.summit');
  await writeFile(path, 'sealed');
  const { files } = filesWith({});
  expect([files.receive(['--flag=x.summit', '/etc/passwd', '.']), files.receive([path, join(folder, 'gone.summit')])]).toEqual([false, true]);
  expect(valueOf(await files.takeReceived())).toEqual({ files: [{ name: 'spring.summit', bytes: bytesOf('sealed') }], refused: [{ name: 'gone.summit', reason: 'unreadable' }] });
  expect(valueOf(await files.takeReceived())).toEqual({ files: [], refused: [] });
});
