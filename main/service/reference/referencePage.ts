import { type Html, html, raw, page as wholePage } from './html.ts';
import type { JsonSchema } from './jsonSchema.ts';
import type { EventReference, FeedReference, Reference } from './reference.ts';
import { type SchemaRow, schemaRows } from './schemaRows.ts';

/** The reference as a page without scripts: what a POS programmer reads, on the hub itself. */
export function referencePage(reference: Reference): string {
  const { version, connection, events, feed, schemas, errors, limits } = reference;
  return wholePage(
    'Heard: for POS programmers',
    html`
<h1>Heard ${version}: for POS programmers</h1>
<p>As data: <a href="/reference.json">/reference.json</a>. The same over HTTP: <a href="/openapi.json">/openapi.json</a>.</p>
<h2 id="connection">Connection</h2>
${pairs(connection)}
<h2 id="events">Events you send</h2>
${contents(events.map(({ event }) => event))}
${raw(events.map(eventSection))}
<h2 id="feed">What the feed says</h2>
${contents(feed.map(({ type }) => `feed ${type}`))}
${raw(feed.map(feedSection))}
<h2 id="schemas">Parts and answers</h2>
${raw(Object.entries(schemas).map(([name, schema]) => schemaSection(name, schema)))}
<h2 id="errors">Errors</h2>
<p>New ones may come. What was refused is judged afresh when it comes again, but for <code>conflict</code>.</p>
${table(
  ['code', 'status over REST', 'means'],
  Object.entries(errors).map(([code, { status, says }]) => [
    html`<code>${code}</code>`,
    html`${status}`,
    html`${says}`,
  ]),
)}
<h2 id="limits">Limits</h2>
${pairs(limits)}`,
  );
}

function eventSection({ event, says, rest, argument, answer, example }: EventReference): Html {
  return html`
<section id="${event}">
<h3>${event}</h3>
<p>${says}</p>
<p><code>${rest}</code>. Answer: <a href="#${answer}">${answer}</a> or <a href="#Refused">Refused</a>.</p>
${fields(argument)}
<pre>${JSON.stringify(example, null, 2)}</pre>
</section>`;
}

function feedSection({ type, says, schema, example }: FeedReference): Html {
  return html`
<section id="feed ${type}">
<h3>${type}</h3>
<p>${says}</p>
${fields(schema)}
<pre>${JSON.stringify(example, null, 2)}</pre>
</section>`;
}

function schemaSection(name: string, schema: JsonSchema): Html {
  const rows = schemaRows(schema).length > 0 ? fields(schema) : html`<p>${schema.type ?? ''}</p>`;
  return html`
<section id="${name}">
<h3>${name}</h3>
<p>${schema.description ?? ''}</p>
${rows}
</section>`;
}

function fields(schema: JsonSchema): Html {
  return table(['field', 'type', '', 'limits', ''], schemaRows(schema).map(fieldCells));
}

function fieldCells({ path, type, ref, isRequired, limits, says }: SchemaRow): Html[] {
  return [
    html`<code>${path}</code>`,
    ref === null ? html`${type}` : html`<a href="#${ref}">${type}</a>`,
    html`${isRequired ? 'required' : ''}`,
    html`${limits}`,
    html`${says}`,
  ];
}

function contents(names: readonly string[]): Html {
  return html`<p>${raw(names.map((name) => html`<a href="#${name}">${name.replace(/^feed (?=.)/u, '')}</a> `))}</p>`;
}

function pairs(record: Readonly<Record<string, string | number>>): Html {
  return table(
    ['', ''],
    Object.entries(record).map(([name, value]) => [html`<code>${name}</code>`, html`${value}`]),
  );
}

function table(heads: readonly string[], rows: readonly Html[][]): Html {
  return html`<table>
<thead><tr>${raw(heads.map((head) => html`<th>${head}</th>`))}</tr></thead>
<tbody>
${raw(rows.map((cells) => html`<tr>${raw(cells.map((cell) => html`<td>${cell}</td>`))}</tr>`))}
</tbody></table>`;
}
