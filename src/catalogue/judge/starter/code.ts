/** TypeScript of an overlay: what it imports, and what in it a reviewer must look at. */
import { posix } from 'node:path';
import { placeAt } from '../../read/leaks/leak.ts';
import type { Fault } from './fault.ts';

/** Modules of Node that compute, or read and write files; the others start programs or use the network. */
const PLAIN_MODULES = new Set(
	'assert assert/strict async_hooks buffer console crypto events fs fs/promises os path path/posix perf_hooks querystring readline readline/promises stream stream/promises string_decoder test timers timers/promises url util util/types zlib'.split(
		' ',
	),
);
const IMPORT = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(?:'([^'\n]*)'|"([^"\n]*)"|`([^`$]*)`)/g;

/** Calls by which code runs text as code, starts programs or reaches the network past the gateway. */
const CALLS: readonly { is: RegExp; does: string }[] = [
	{
		is: /\beval\b|\bFunction\s*\(|\bnew\s+Function\b|\.constructor\s*\(/g,
		does: 'runs text as code',
	},
	{
		is: /\bimport\s*\(\s*(?!['"]|`[^`$]*`)|\bcreateRequire\b|\brequire\s*\(\s*(?!['"])|\bgetBuiltinModule\b/g,
		does: 'imports a module that a reviewer cannot see',
	},
	{
		is: /\bprocess\s*(?:\.\s*(?:binding|dlopen|kill|setuid|chdir)|\[)|\bglobalThis\b|\bglobal\s*[.[]/g,
		does: 'uses more than its imports show',
	},
	{
		is: /(?<![.\w$'"])fetch\s*[(;,)}]|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b/g,
		does: 'uses the network without the gateway',
	},
];

/** Faults of one file of code; `packages` are those that it can import. */
export function* codeFaults(
	path: string,
	source: string,
	packages: ReadonlySet<string>,
): Generator<Fault> {
	const text = withoutComments(source);
	for (const match of text.matchAll(IMPORT)) {
		const name = match[1] ?? match[2] ?? match[3] ?? '';
		const reason = importReason(path, name, packages);
		if (reason) yield { path, spot: placeAt(text, match.index), ...reason };
	}
	for (const { is, does } of CALLS) {
		for (const match of text.matchAll(is)) {
			yield {
				path,
				spot: placeAt(text, match.index),
				severity: 'warning',
				message: `"${match[0].trim()}" ${does}.`,
				fix: 'Ask the model through src/gateway and reach other systems through src/connectors; otherwise explain it in the pull request.',
			};
		}
	}
}

function importReason(
	path: string,
	name: string,
	packages: ReadonlySet<string>,
): Pick<Fault, 'severity' | 'message' | 'fix'> | undefined {
	if (name.startsWith('.')) {
		const target = posix.join(posix.dirname(path), name);
		if (!target.startsWith('..')) return undefined;
		return {
			message: `"${name}" is outside the starter.`,
			fix: 'Import files of the starter only.',
		};
	}
	const own = name.startsWith('@') ? name.split('/', 2).join('/') : (name.split('/')[0] ?? '');
	if (packages.has(own)) return undefined;
	const module = name.replace(/^node:/, '');
	if (PLAIN_MODULES.has(module)) return undefined;
	if (name.startsWith('node:') || NODE_ONLY.has(own)) {
		return {
			severity: 'warning',
			message: `the module "${name}" can start programs or use the network.`,
			fix: 'Use the gateway and the connectors of the starter; otherwise explain it in the pull request.',
		};
	}
	return {
		message: `"${name}" is not a file of the starter, a module of Node or a package in package.json.`,
		fix: 'Add the package to package.json with an exact version, or remove the import.',
	};
}

const NODE_ONLY = new Set(
	'child_process cluster dgram diagnostics_channel dns domain http http2 https inspector module net process punycode repl tls trace_events tty v8 vm wasi worker_threads sea sqlite'.split(
		' ',
	),
);

/** Texts and regular expressions, which are kept, or a comment. */
const TOKEN = new RegExp(
	[
		String.raw`("(?:[^"\\\n]|\\.)*"`,
		String.raw`'(?:[^'\\\n]|\\.)*'`,
		'`(?:[^`\\\\]|\\\\[\\s\\S])*`',
		// A slash after a sign that no value ends with opens a regular expression.
		String.raw`(?<=(?:^|[=(,:[!&|?{};+*%~^<>-]|\breturn)\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/)`,
		String.raw`\/\*[\s\S]*?\*\/`,
		String.raw`\/\/[^\n]*`,
	].join('|'),
	'g',
);

/** The code with spaces for its comments, so that every place stays. */
function withoutComments(source: string): string {
	return source.replace(TOKEN, (whole, kept: string | undefined) =>
		kept === undefined ? whole.replace(/[^\n]/g, ' ') : whole,
	);
}
