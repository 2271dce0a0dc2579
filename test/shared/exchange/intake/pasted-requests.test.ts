import { describe, expect, test } from 'vitest';
import { readPastedRequests } from '#shared/exchange/intake/pasted-requests.ts';
import { aSummit } from '#test/support/meeting-builders.ts';

const summit = aSummit({ executives: [{ name: 'Ana Lindqvist', email: 'ana@vendor.example' }, { name: 'Ben Okafor' }], partners: [{ name: 'Acme', accountId: 'A1' }, { name: 'Bolt GmbH' }] });

describe('rows pasted from a spreadsheet', () => {
  test('without a header the columns stand in the order told', () => {
    const { lines, hasHeader } = readPastedRequests(summit, [['Acme', 'Ana Lindqvist', 'must', '45', 'Roadmap', 'yes', '2027-03-23', 'morning', 'vendor', 'Lea Li; Nils New']]);
    expect(hasHeader).toBe(false);
    expect(lines).toEqual([{
      line: 1, cells: ['Acme', 'Ana Lindqvist', 'must', '45', 'Roadmap', 'yes', '2027-03-23', 'morning', 'vendor', 'Lea Li; Nils New'], problems: [],
      input: { partner: 'partner-1', host: 'exec-1', priority: 'must', durationMinutes: 45, topic: 'Roadmap', confidential: true, preferredDay: '2027-03-23', partOfDay: 'morning', side: 'vendor', attendeeNames: ['Lea Li', 'Nils New'] },
    }]);
  });

  test('a header puts them in any order, and a column nobody knows is not used', () => {
    const { lines, columns } = readPastedRequests(summit, [['Executive', 'Shoe size', 'Company', 'Length'], ['ana@vendor.example', '43', 'A1', '30 min'], ['', '', '', '']]);
    expect(columns).toEqual(['host', null, 'account_name', 'duration']);
    expect(lines.map(({ line, input }) => [line, input?.partner, input?.host, input?.durationMinutes])).toEqual([[2, 'partner-1', 'exec-1', 30]]);
  });

  test('what cannot be read is the problem of its line, and nothing is guessed', () => {
    const { lines } = readPastedRequests(summit, [['Acme', 'Nobody', 'must'], ['', 'Ben Okafor', 'perhaps', '37', '', 'so so', '2027-04-01'], ['Zeta', 'Okafor, Ben']]);
    expect(lines.map(({ input, problems }) => [input, problems])).toEqual([
      [null, ['No executive is called “Nobody”.']],
      [null, ['The partner is missing.', 'The priority “perhaps” is not known.', 'A meeting of “37” is not possible: 20, 30, 45, 60 minutes are.', '“so so” says neither yes nor no to confidential.', '“2027-04-01” is no day of the summit.']],
      [null, ['No partner is called “Zeta”.']],
    ]);
  });
});
