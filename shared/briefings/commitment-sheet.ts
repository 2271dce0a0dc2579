import type { Block, TableColumn, TableRow } from '../documents/block.ts';
import type { Document } from '../documents/document.ts';
import { bold, plain, type Text } from '../documents/text.ts';
import { type BookOptions, framed, summitName } from './frame.ts';
import { missing, whatOf } from './promises.ts';
import type { SeenPartner, SeenPromise } from './seen.ts';
import type { Sight } from './sight.ts';
import { dateText, paperCode, rangeText } from './words.ts';

/** The promises of both sides on one sheet for signature, each with its id, owner and date. Both sides read the same. */
export function commitmentSheet({ summit }: Sight, partner: SeenPartner, promises: readonly SeenPromise[], options: BookOptions): Document {
  const name = plain(partner.name);
  const vendor = summit.vendor || 'Vendor';
  const standing = promises.filter(({ isOpen }) => isOpen);
  const made = standing.filter(({ madeAt }) => madeAt === 'this-summit');
  const carried = standing.filter(({ madeAt }) => madeAt === 'last-summit');
  const days = rangeText(summit.days.map(({ date }) => date));
  return framed(summit, options, {
    title: 'Commitments', reader: name, confidentiality: `Confidential between ${vendor} and ${name}.`, blocks: [
      {
        kind: 'page', key: 'commitments', title: name, blocks: [
          { kind: 'heading', level: 1, key: 'commitments:title', text: ['Commitments of ', vendor, ' and ', partner.name] },
          { kind: 'paragraph', tone: 'small', text: [summitName(summit), summit.venue, days].filter(Boolean).join(', ') },
          ...bySide(made, vendor, partner, 'Agreed at this summit', 'made'),
          ...bySide(carried, vendor, partner, 'Still open from the summit before', 'carried'),
          ...(standing.length === 0 ? [{ kind: 'paragraph', text: 'No promise stands between us yet. Write what is agreed here.' } as const, { kind: 'capture', id: paperCode('C', partner.key), label: 'Agreed in the room', lines: 8, fields: ['Owner', 'Due'] } as const] : []),
          { kind: 'together', blocks: [
            { kind: 'heading', level: 2, key: 'signatures:title', text: 'Signed' },
            { kind: 'columns', columns: [{ share: 1, blocks: [signature(vendor, '1 of 2')] }, { share: 1, blocks: [signature(name, '2 of 2')] }] },
          ] },
        ],
      },
    ],
  });
}

function bySide(promises: readonly SeenPromise[], vendor: string, partner: SeenPartner, title: string, key: string): Block[] {
  if (promises.length === 0) return [];
  const groups: readonly (readonly [string, Text, readonly SeenPromise[]])[] = [
    ['vendor', [bold(`${vendor} promises`)], promises.filter(({ side }) => side === 'vendor')],
    ['partner', [{ ...partner.name, bold: true }, bold(' promises')], promises.filter(({ side }) => side === 'partner')],
    ['both', [bold('Both promise')], promises.filter(({ side }) => side === 'both')],
    ['open', [bold('Whose promise is to be settled')], promises.filter(({ side }) => side === null)],
  ];
  const columns: TableColumn[] = [
    { title: 'Id', width: 'fit' }, { title: 'Promise', width: 1 }, { title: 'Owner', width: 'fit' }, { title: 'Due', width: 'fit' },
    ...(promises.some(({ inReturnFor }) => inReturnFor !== null) ? [{ title: 'In return for', width: 'fit' } as const] : []),
  ];
  return [
    { kind: 'heading', level: 2, key: `${key}:title`, text: title },
    {
      kind: 'table', empty: '',
      columns,
      rows: groups.flatMap(([side, heading, list]): TableRow[] => (list.length === 0 ? [] : [{ tone: 'group', cells: [heading, '', '', '', ''].slice(0, columns.length) }, ...list.map((promise) => ({ cells: cellsOf(promise, side).slice(0, columns.length) }))])),
    },
  ];
}

function cellsOf(promise: SeenPromise, side: string): Text[] {
  const owners = [side === 'partner' ? '' : promise.vendorOwner, side === 'vendor' ? '' : promise.partnerOwner].filter(Boolean);
  return [
    promise.code, whatOf(promise), owners.length === 0 ? missing('to be named') : owners.join(', '),
    promise.dueOn === null ? missing('to be set') : dateText(promise.dueOn), promise.inReturnFor ?? '–',
  ];
}

function signature(side: string, id: string): Block {
  return { kind: 'capture', id, label: `For ${side}`, lines: 1, fields: ['Name', 'Date'] };
}
