/** The page of an entry of a collection without a page of its own: every field, by its schema. */
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { sectionAt } from '../model/labels.ts';
import { countOf } from '../words/count.ts';
import { type Block, link, list, pairs, sub, table, text, type Words } from './blocks.ts';
import { citing, citingPatterns, patternRows, patternsMayCite } from './citing.ts';
import { changesSection, mappingSection, proseSections, usesSection } from './common-sections.ts';
import { entryPage } from './entry-page.ts';
import type { Page, Section } from './page.ts';
import { type Readable, type ReadableField, readableFields } from './readable.ts';
import type { EntryFacts } from './title-facts.ts';

/** Shown in a form of their own below, so not again among the fields. */
const SHOWN_APART = new Set(['frameworks', 'changes']);

/** Everything the page of any entry says. */
export function genericPage(entry: Entry, { catalogue }: ExportContext): Page {
	const { data, collection } = entry;
	const fields = readableFields(entry, catalogue).filter(({ key }) => !SHOWN_APART.has(key));
	const usable = patternsMayCite(collection);
	return entryPage(entry, catalogue, {
		stamped: true,
		facts: factsOf(entry, fields.length, catalogue),
		sections: [
			...fields.map((field) => fieldOf(entry, field)),
			...proseSections(entry),
			...(usable
				? [
						usesSection('Where it is used', {
							label: 'Patterns that cite it',
							columns: ['Pattern', 'Status', 'Tier'],
							uses: patternRows(citingPatterns(entry, catalogue), catalogue, () => []),
							none: 'No patterns use this yet. When one does, it will be listed here.',
						}),
					]
				: []),
			...('frameworks' in data ? [mappingSection(entry, data.frameworks, catalogue)] : []),
		],
		side: 'changes' in data && Array.isArray(data.changes) ? [changesSection(data.changes)] : [],
	});
}

function factsOf(entry: Entry, fields: number, catalogue: Catalogue): EntryFacts {
	const facts = [
		{ label: 'Place', text: entry.parent ?? 'content' },
		{ label: 'Fields', text: String(fields) },
		{ label: 'Id', text: entry.id },
	] as const;
	if (patternsMayCite(entry.collection)) return facts;
	// No pattern can cite such an entry, so "Used by" would always say that none does.
	const cites = countOf(citing(entry, catalogue).length, 'entry', 'entries');
	return [...facts, { label: 'Cited by', text: cites }];
}

/** A field under its name, with what it holds. */
function fieldOf({ collection }: Entry, { key, label, doc, value }: ReadableField): Section {
	return {
		id: sectionAt(collection, key)?.id ?? `field-${key}`,
		title: label,
		blocks: [...(doc ? [text(doc, 'label')] : []), ...blocksOf(label, value)],
	};
}

function blocksOf(label: string, value: Readable): Block[] {
	if (value.kind === 'text') return [text(wordsOf(value))];
	if (value.kind === 'fields') return [pairs(pairsOf(value.fields))];
	return [recordTable(label, value.items) ?? list(value.items.map(wordsOf))];
}

const pairsOf = (fields: readonly ReadableField[]) =>
	fields.map(({ label, value }) => [label, wordsOf(value)] as const);

/** A value in a line, whatever it is. */
function wordsOf(value: Readable): Words {
	if (value.kind === 'text') {
		const said = value.path ? link(value.text, value.path) : value.text;
		return [said, sub(value.meaning)];
	}
	if (value.kind === 'list') return { kind: 'each', items: value.items.map(wordsOf) };
	return {
		kind: 'each',
		items: value.fields.map((field) => [`${field.label}: `, wordsOf(field.value)]),
	};
}

/** Records with the same plain fields read best as a table; undefined where they are not such. */
function recordTable(label: string, items: readonly Readable[]): Block | undefined {
	const records = items.flatMap((item) => (item.kind === 'fields' ? [item.fields] : []));
	const plain = records.every((fields) => fields.every(({ value }) => value.kind === 'text'));
	if (records.length < items.length || !plain) return undefined;
	const heads = [...new Set(records.flatMap((fields) => fields.map((field) => field.label)))];
	return table(
		label,
		heads,
		records.map((fields) =>
			heads.map((head) => {
				const field = fields.find((one) => one.label === head);
				return field && wordsOf(field.value);
			}),
		),
	);
}
