import { createElement, type ReactNode } from 'react';
import type { Block, Fact } from '#shared/documents/block.ts';
import { runsOf, type Text } from '#shared/documents/text.ts';

/** A document's blocks as a page to read in the window: the words and their order, not the layout of the sheet. */
export function ReadingView({ blocks }: { readonly blocks: readonly Block[] }) {
  return <div className="sp-reading"><Blocks blocks={blocks} /></div>;
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, at) => <Drawn key={at} block={block} />);
}

function Drawn({ block }: { readonly block: Block }): ReactNode {
  switch (block.kind) {
    case 'cover': return <header><p className="sp-muted">{block.kicker}</p><h4><Words text={block.title} /></h4><Facts items={block.facts} /></header>;
    case 'contents': return null;
    case 'page': return block.key === 'contents' ? null : <article><Blocks blocks={block.blocks} /></article>;
    case 'page-break': return <hr />;
    case 'heading': return createElement(`h${block.level + 3}`, null, <Words text={block.text} />);
    case 'banner': return <header><h5>{block.when} <Words text={block.title} /></h5><p className="sp-muted">{[block.whenNote, block.where, block.whereNote].filter(Boolean).join(' · ')}</p>{block.subtitle !== undefined && <p className="sp-muted"><Words text={block.subtitle} /></p>}</header>;
    case 'section': return <section><h6>{block.label}</h6><Blocks blocks={block.blocks} /></section>;
    case 'columns': return block.columns.map((column, at) => <div key={at}>{column.label !== undefined && <p className="sp-muted">{column.label}</p>}<Blocks blocks={column.blocks} /></div>);
    case 'together': return <Blocks blocks={block.blocks} />;
    case 'paragraph': return <p {...(block.tone === 'small' && { className: 'sp-muted' })}>{block.tone === 'lead' ? <strong><Words text={block.text} /></strong> : <Words text={block.text} />}</p>;
    case 'facts': return <Facts items={block.items} />;
    case 'table': return block.rows.length === 0 ? <p className="sp-muted">{block.empty}</p> : (
      <table>
        <thead><tr>{block.columns.map(({ title }, at) => <th key={at} scope="col">{title}</th>)}</tr></thead>
        <tbody>{block.rows.map(({ cells, tone }, row) => <tr key={row}>{tone === 'group' ? <th colSpan={block.columns.length} scope="rowgroup"><Words text={cells[0] ?? ''} /></th> : cells.map((cell, at) => <td key={at}><Words text={cell} /></td>)}</tr>)}</tbody>
      </table>
    );
    case 'people': return <ul>{block.people.map(({ name, title, organisation, pronunciation, mark, note }, at) => <li key={at}><strong><Words text={name} /></strong>{mark !== undefined && ` (${mark})`}{pronunciation !== undefined && <em> {pronunciation}</em>}, <Words text={title} />{organisation !== undefined && <>, <Words text={organisation} /></>}{note !== undefined && <span className="sp-muted"> <Words text={note} /></span>}</li>)}</ul>;
    case 'timeline': return block.days.map((day) => (
      <section key={day.title}><h6>{day.title}</h6><ul>{day.entries.map((entry, at) => <li key={at} {...(entry.weight === 'quiet' && { className: 'sp-muted' })}>{entry.from}{entry.to && `–${entry.to}`} {entry.weight === 'strong' ? <strong><Words text={entry.title} /></strong> : <Words text={entry.title} />}{entry.place !== undefined && <span className="sp-muted"> <Words text={entry.place} /></span>}{entry.detail !== undefined && <small><Words text={entry.detail} /></small>}</li>)}</ul></section>
    ));
    case 'figures': return <Facts items={block.figures.map(({ label, value, trend, target, asOf, source }) => ({ label, value: [value ?? 'Not known', trend?.text, target?.text, [asOf ?? 'date not known', source ?? 'source not known'].join(', ')].filter(Boolean).join(' · ') }))} />;
    case 'list': return createElement(block.form === 'number' ? 'ol' : 'ul', null, block.items.map(({ text }, at) => <li key={at}><Words text={text} /></li>));
    case 'callout': return <p className="sp-reading-frame">{block.title !== undefined && <strong>{block.title}: </strong>}<Words text={block.text} /></p>;
    case 'capture': return <p className="sp-reading-frame">{block.label} <span className="sp-muted">{block.id}</span></p>;
    case 'gap': return <p><em>Not known: {block.missing}.</em>{block.askOf !== undefined && <span className="sp-muted"> Ask <Words text={block.askOf} /></span>}</p>;
    case 'chart': return <Facts items={block.series.flatMap(({ texts }) => texts.map((value, at) => ({ label: block.labels[at] ?? '', value })))} />;
  }
}

function Facts({ items }: { readonly items: readonly Fact[] }) {
  return <dl>{items.map(({ label, value }, at) => <div key={at}><dt className="sp-muted">{label}</dt><dd><Words text={value} /></dd></div>)}</dl>;
}

function Words({ text }: { readonly text: Text }) {
  return runsOf(text).map(({ text: said, bold, italic, muted, language }, at) => {
    const inner = <span key={at} dir="auto" {...(language && { lang: language })} {...(muted && { className: 'sp-muted' })}>{said}</span>;
    return bold ? <strong key={at}>{inner}</strong> : italic ? <em key={at}>{inner}</em> : inner;
  });
}
