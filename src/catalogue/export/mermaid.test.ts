import { describe, expect, test } from 'vitest';
import type { Architecture } from '#schemas/pattern.ts';
import { entry } from '#tests/support/build.ts';
import { houseCatalogue } from '#tests/support/house/index.ts';
import { minimal } from '#tests/support/minimal.ts';
import { escapeLabel, flowchartOf } from './mermaid.ts';

const url = (path: string) => `https://catalogue.example${path}`;
const { architecture } = minimal.patterns();
const drawn = (changes: Partial<Architecture> = {}, title = 'Summary') =>
	flowchartOf(
		entry('patterns', 'summary', { title, architecture: { ...architecture, ...changes } }),
		url,
	);

test('lanes are subgraphs, nodes go by their reference, each kind of line has its arrow', () => {
	expect(drawn()).toBe(`%% summary 1.0.0 https://catalogue.example/patterns/summary/
%% --> data flow, ==> policy decides, -.-> reports to
flowchart LR
	accTitle: Architecture of Summary
	accDescr: A text goes in, a shorter one comes out. Steps: 1 read, 2 answer.
	subgraph data["Data"]
		D1["D1 The data"]
	end
	subgraph model["Model"]
		M1["M1 The model"]
	end
	subgraph policy["Policy"]
		P1["P1 The policy"]
	end
	subgraph observability["Observability"]
		V1["V1 The observability"]
	end
	D1 --> M1
	P1 ==> M1
	M1 -.-> V1
`);
});

test('a node shows its kind and its note, a line its condition and what it carries', () => {
	const kinds = ['store', 'model', 'person', 'service'] as const;
	const nodes = architecture.nodes.map((node, index) => ({
		...node,
		kind: kinds[index] ?? 'service',
		note: 'Two words',
	}));
	const flows = architecture.flows.map((flow) => ({ ...flow, label: 'held', carries: 'a text' }));
	const text = drawn({ nodes, flows });
	expect(text).toContain('D1[("D1 The data<br>Two words")]');
	expect(text).toContain('M1[["M1 The model<br>Two words"]]');
	expect(text).toContain('P1(["P1 The policy<br>Two words"])');
	expect(text).toContain('D1 -->|"held: a text"| M1');
});

describe('text of an author stays text', () => {
	/** Each broke out of a label, or changed the drawing, before it was escaped. */
	const hostile = [
		'say "hi"]) --> x',
		'"]\n\tclick D1 "javascript:alert(1)"',
		'%%{init: {"theme":"dark"}}%%',
		'%% comment',
		'`**bold** md`',
		'<img src=x onerror=alert(1)>',
		'a;b#quot;c',
		'direction TB',
		'Direction\u2028LR',
		'|"x"| y & z',
	];

	test.each(hostile)('%j', (text) => {
		const nodes = architecture.nodes.map((node) => ({ ...node, title: text, note: text }));
		const flows = architecture.flows.map((flow) => ({ ...flow, label: text, carries: text }));
		const lines = drawn({ summary: text, steps: [text], nodes, flows }, text).split('\n');
		const plain = drawn({
			nodes: nodes.map((node) => ({ ...node, note: 'n' })),
			flows: flows.map((flow) => ({ ...flow, label: 'n' })),
		}).split('\n');
		expect(lines.length).toBe(plain.length);
		for (const line of lines.slice(3)) {
			expect(line).toMatch(/^\t(?:acc|\t?[A-Z]\d|subgraph |end$)|^$/);
			expect(line.replace('<br>', '')).not.toMatch(/%%|[<`;#](?!\d)(?<!#\d+;)|direction\s/i);
			// Two quotes hold the label, or none; none of the text's own is left.
			expect((line.match(/"/g) ?? []).length % 2).toBe(0);
			expect((line.match(/"/g) ?? []).length).toBeLessThanOrEqual(2);
		}
	});
});

test('the signs of plain writing are left as they are', () => {
	const plain = "It's 0.80, or more (e.g. x/y): über 漢字 - what?";
	expect(escapeLabel(plain)).toBe(plain);
	expect(escapeLabel('A & B\n 50 %')).toBe('A #38; B 50 #37;');
});

test('every real drawing has a line for each flow and a node for each node', async () => {
	const { patterns } = await houseCatalogue();
	expect(patterns.size).toBeGreaterThan(3);
	for (const pattern of patterns.values()) {
		const lines = flowchartOf(pattern, url).split('\n');
		const { nodes, flows } = pattern.data.architecture;
		expect(lines.filter((line) => /^\t\t[A-Z]\d+[[(]/.test(line)).length).toBe(nodes.length);
		expect(lines.filter((line) => /^\t[A-Z]\d+ [-=]/.test(line)).length).toBe(flows.length);
	}
});
