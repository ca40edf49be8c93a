import { type MdastNode, markdownToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import type { Asset, Catalogue, Entry } from '../../model/catalogue.ts';
import { fileDigest } from '../../model/digest.ts';
import { hasStarter } from '../../model/starter.ts';
import { starterFiles } from './assemble.ts';

const asset = (file: string, text: string | undefined): Asset => ({
	file,
	text,
	digest: fileDigest(text ?? ''),
});
const TEMPLATE = '# {{title}}\n{{yours}}\n{{obligations}}\n{{page}}\n';
const BASE = [
	asset('content/starter/README.template.md', TEMPLATE),
	asset('content/starter/package.json', '{}\n'),
	asset('content/starter/src/start.ts', 'base\r\n'),
];
const OVERLAY = [
	asset('patterns/summary/starter/src/start.ts', 'overlay\n'),
	asset(
		'patterns/summary/starter/controls.json',
		'[{"control":"logging","module":"src/log.ts","file":"telemetry/log.yaml"}]',
	),
];

const pattern = entry('patterns');
const prompt = entry('prompts');
const entries: Entry[] = [pattern, prompt, entry('cases'), entry('controls'), entry('models')];

const catalogue = (assets: readonly Asset[] = [...BASE, ...OVERLAY]): Catalogue => ({
	...catalogueOf(...entries),
	assets,
});
const filesOf = (from: Catalogue) =>
	new Map(starterFiles(pattern, from).map(({ path, text }) => [path, text]));

describe('base and overlay', () => {
	test('a file of the overlay wins over that of the base', () => {
		expect(filesOf(catalogue()).get('src/start.ts')).toBe('overlay\n');
	});

	test('a file of the base that the overlay lacks is taken, with line ends of one kind', () => {
		const [, , start] = BASE;
		const others = OVERLAY.slice(1);
		const files = filesOf(catalogue([...BASE.slice(0, 2), ...(start ? [start] : []), ...others]));
		expect(files.get('src/start.ts')).toBe('base\n');
	});

	test('what the catalogue makes wins over a file of the overlay', () => {
		const own = asset('patterns/summary/starter/policy/model.yaml', 'own\n');
		expect(filesOf(catalogue([...BASE, ...OVERLAY, own])).get('policy/model.yaml')).toContain(
			'models:',
		);
	});

	test('a pattern without an overlay has no starter, and the files of another are not taken', () => {
		const other = asset('patterns/other/starter/a.ts', '');
		const from = catalogue([...BASE, other]);
		expect(hasStarter(pattern, from)).toBe(false);
		expect(starterFiles(pattern, from)).toEqual([]);
	});

	test('a file that is no text is refused by name', () => {
		const picture = asset('patterns/summary/starter/a.png', undefined);
		expect(() => starterFiles(pattern, catalogue([...BASE, ...OVERLAY, picture]))).toThrow(
			'patterns/summary/starter/a.png is not text',
		);
	});
});

test('files come in order of path, whatever the order of the assets', () => {
	const paths = starterFiles(pattern, catalogue()).map(({ path }) => path);
	expect(paths).toEqual([...paths].sort());
	const turned = catalogue([...OVERLAY, ...BASE].reverse());
	expect(starterFiles(pattern, turned)).toEqual(starterFiles(pattern, catalogue()));
});

test('a script that names its interpreter may be run, nothing else', () => {
	const script = asset('content/starter/check.sh', '#!/bin/sh\n');
	const modes = starterFiles(pattern, catalogue([...BASE, ...OVERLAY, script]))
		.filter(({ mode }) => mode !== 0o644)
		.map(({ path, mode }) => [path, mode]);
	expect(modes).toEqual([['check.sh', 0o755]]);
});

describe('what the catalogue adds', () => {
	const files = filesOf(catalogue());

	test('prompts and their cases come as they are, and the lock names their digests', () => {
		expect(files.get(`prompts/${prompt.id}.prompt`)).toBe(prompt.source);
		expect(files.has(`prompts/${prompt.id}.cases.yaml`)).toBe(true);
		expect(JSON.parse(files.get('catalogue.lock.json') ?? '')).toMatchObject({
			pattern: 'summary',
			version: pattern.data.version,
			prompts: { [prompt.id]: { version: prompt.data.version, digest: fileDigest(prompt.source) } },
		});
	});

	test('the contract holds every field of the policy with its days', () => {
		const { fields } = JSON.parse(files.get('telemetry/contract.json') ?? '');
		const wanted = catalogue().policy.telemetry.signals.flatMap((signal) => signal.fields);
		expect(fields.map(({ field }: { field: string }) => field)).toEqual(
			expect.arrayContaining(wanted),
		);
	});

	test('the pins are those of the aliases of the pattern', () => {
		const [alias = ''] = pattern.data.models;
		const pinned = catalogue().models.get(alias)?.data.pinnedVersion;
		expect(files.get('policy/model.yaml')).toContain(`alias: ${alias}\n    pinned: ${pinned}`);
	});

	test('the runbook holds the switch, the training every role, the evidence a place to fill in', () => {
		expect(files.get('runbooks/incident.md')).toContain(pattern.data.incident.switchOff);
		for (const { doneWhen } of pattern.data.people) {
			expect(files.get('training/launch-kit.md')).toContain(doneWhen);
		}
		expect(files.get('EVIDENCE.md')).toContain('- [ ] ');
	});

	test('the template itself is not handed out, and no slot is left', () => {
		expect(files.has('README.template.md')).toBe(false);
		expect(files.get('README.md')).not.toContain('{{');
	});

	test('every control is listed with how to prove it; one that is required and missing is said', () => {
		const readme = files.get('README.md') ?? '';
		for (const { control } of pattern.data.controls) expect(readme).toContain(`(\`${control}\`)`);
		expect(readme).toContain('npm run prove -- logging');
		const bare = entry('patterns', 'summary', { controls: [] });
		const made = starterFiles(bare, catalogue()).find(({ path }) => path === 'README.md');
		expect(made?.text).toContain('Not in place yet.');
	});
});

test('an address of the site is made by whoever serves it', () => {
	const files = starterFiles(pattern, catalogue(), (path) => `https://host.example/ai${path}`);
	const readme = files.find(({ path }) => path === 'README.md');
	expect(readme?.text).toContain('https://host.example/ai/patterns/summary/');
});

describe('what an author writes stays text in the Markdown of a starter', () => {
	const kinds = (markdown: string): string[] => {
		const found: string[] = [];
		const visit = (node: MdastNode): void => {
			found.push(node.type);
			if ('children' in node) for (const child of node.children) visit(child as MdastNode);
		};
		visit(markdownToMdast(markdown));
		return found.filter((type) => type !== 'text').sort();
	};
	/** The same data with this text in place of every sentence that has a space in it. */
	const withText = <Value>(value: Value, text: string): Value => {
		if (typeof value === 'string') return (value.includes(' ') ? text : value) as Value;
		if (Array.isArray(value)) return value.map((item) => withText(item, text)) as Value;
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, item]) => [key, withText(item, text)]),
		) as Value;
	};
	const made = (text: string) => {
		const hostile = entry('patterns', pattern.id, withText(pattern.data, text));
		return starterFiles(hostile, catalogue()).filter(({ path }) => path.endsWith('.md'));
	};
	const plain = new Map(made('plain words').map(({ path, text }) => [path, kinds(text)]));

	test.each([
		'# Approved by nobody',
		'a <script>alert(1)</script> b',
		'<img src=x onerror=alert(1)>',
		'a | b | c',
		'- [x] Done',
		'1. first',
		'> quoted',
		'---',
		'**bold** and `code`',
		'[a link](/evil) and ![a picture](a.png)',
		'line one\n\n# Approved by nobody',
		'a\r\n\r\n<b>c</b>',
		'{{owner}} and {{title}}',
		'&lt;script&gt; &#35;',
	])('%j', (text) => {
		for (const { path, text: markdown } of made(text)) {
			expect(kinds(markdown), path).toEqual(plain.get(path));
		}
		expect(plain.size).toBe(4);
	});
});
