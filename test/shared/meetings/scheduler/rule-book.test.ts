import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleBook } from '#shared/meetings/scheduler/rule-book.ts';

test('says each rule in one sentence under its own code', () => {
  expect(new Set(ruleBook.map(({ code }) => code)).size).toBe(ruleBook.length);
  expect(ruleBook.filter(({ sentence }) => !/^[A-Z][^.]*\.$/.test(sentence))).toEqual([]);
});

test('each rule is a file of its own and is tested alone', () => {
  const files = (folder: string) => readdirSync(new URL(folder, import.meta.url)).map((name) => name.replace(/(\.test)?\.ts$/, '')).sort();
  const codes = ruleBook.map(({ code }) => code).sort();
  expect({ rules: files('../../../../shared/meetings/scheduler/rules'), tests: files('rules') }).toEqual({ rules: codes, tests: codes });
});
