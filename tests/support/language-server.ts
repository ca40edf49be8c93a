/** Drives a language server over its standard streams, as an editor does. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
	createMessageConnection,
	type MessageConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-jsonrpc/node';

/** 0-based, as the protocol counts. */
interface Position {
	line: number;
	character: number;
}

export interface Diagnostic {
	range: { start: Position; end: Position };
	severity: number;
	message: string;
}

export interface CompletionItem {
	label: string;
	documentation?: string | { value: string };
}

export interface ServerOptions {
	/** Script of the server, run by this Node. */
	script: string;
	/** Folder that is open in the editor. */
	root: string;
	initializationOptions?: unknown;
	/** Settings of the workspace, by their full names with dots. */
	settings?: Record<string, unknown>;
}

export class LanguageServer {
	readonly #child: ChildProcessWithoutNullStreams;
	readonly #connection: MessageConnection;
	readonly #root: string;
	readonly #published = new Map<string, Diagnostic[]>();
	readonly #waiting = new Set<() => void>();
	#log = '';
	#version = 0;
	/** Rejects when the server ends by itself, so that nothing waits for it in vain. */
	readonly #ended: Promise<never>;

	private constructor({ script, root, settings = {} }: ServerOptions) {
		this.#root = root;
		this.#child = spawn(process.execPath, [script, '--stdio'], { cwd: root });
		this.#child.stderr.on('data', (part: Buffer) => {
			this.#log += part.toString();
		});
		this.#ended = once(this.#child, 'exit').then(([code]) => {
			throw new Error(`The language server ended with code ${code}.\n${this.#log}`);
		});
		this.#ended.catch(() => {});
		this.#connection = createMessageConnection(
			new StreamMessageReader(this.#child.stdout),
			new StreamMessageWriter(this.#child.stdin),
		);
		this.#connection.onRequest(
			'workspace/configuration',
			({ items }: { items: { section?: string }[] }) =>
				items.map(({ section }) => settingsOf(section ?? '', settings)),
		);
		this.#connection.onRequest('client/registerCapability', () => null);
		this.#connection.onRequest('window/workDoneProgress/create', () => null);
		this.#connection.onRequest('workspace/workspaceFolders', () => null);
		this.#connection.onNotification(
			'textDocument/publishDiagnostics',
			({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
				this.#published.set(uri, diagnostics);
				for (const wake of this.#waiting) wake();
			},
		);
		this.#connection.listen();
	}

	static async start(options: ServerOptions): Promise<LanguageServer> {
		const server = new LanguageServer(options);
		const rootUri = pathToFileURL(options.root).href;
		await server.#request('initialize', {
			processId: process.pid,
			rootUri,
			workspaceFolders: [{ uri: rootUri, name: 'catalogue' }],
			capabilities: {
				workspace: { configuration: true, workspaceFolders: true },
				textDocument: {
					diagnostic: {},
					hover: { contentFormat: ['markdown'] },
					completion: { completionItem: { documentationFormat: ['markdown'] } },
				},
			},
			initializationOptions: options.initializationOptions,
		});
		await server.#connection.sendNotification('initialized', {});
		return server;
	}

	/** Opens a file with this text, or with what is on disk, and returns its address. */
	async open(path: string, languageId: string, text?: string): Promise<string> {
		const uri = pathToFileURL(join(this.#root, path)).href;
		this.#published.delete(uri);
		await this.#connection.sendNotification('textDocument/didOpen', {
			textDocument: {
				uri,
				languageId,
				version: ++this.#version,
				text: text ?? (await readFile(join(this.#root, path), 'utf8')),
			},
		});
		return uri;
	}

	close(uri: string): Promise<void> {
		return this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
	}

	/** Asks for the diagnostics of an open file. */
	async askDiagnostics(uri: string): Promise<Diagnostic[]> {
		const report = await this.#request('textDocument/diagnostic', { textDocument: { uri } });
		// The protocol says so for a full report, and no earlier one is named.
		return (report as { items: Diagnostic[] }).items;
	}

	/** Waits until the server has sent a diagnostic of an open file, and gives all of that message. */
	async awaitDiagnostics(uri: string): Promise<Diagnostic[]> {
		const sent = new Promise<Diagnostic[]>((done) => {
			const look = () => {
				const found = this.#published.get(uri) ?? [];
				if (found.length === 0) return;
				this.#waiting.delete(look);
				done(found);
			};
			this.#waiting.add(look);
			look();
		});
		return Promise.race([sent, this.#ended]);
	}

	async complete(uri: string, position: Position): Promise<CompletionItem[]> {
		const answer = await this.#request('textDocument/completion', {
			textDocument: { uri },
			position,
		});
		// A list, or a list in an object, as the protocol says.
		const list = answer as CompletionItem[] | { items: CompletionItem[] } | null;
		return Array.isArray(list) ? list : (list?.items ?? []);
	}

	/** The text an editor shows over a place. */
	async hover(uri: string, position: Position): Promise<string> {
		const answer = await this.#request('textDocument/hover', { textDocument: { uri }, position });
		// Markdown was the only form the client offered.
		return (answer as { contents: { value: string } } | null)?.contents.value ?? '';
	}

	/** Tells the server that files were changed outside the editor. */
	async changed(...paths: readonly string[]): Promise<void> {
		await this.#connection.sendNotification('workspace/didChangeWatchedFiles', {
			changes: paths.map((path) => ({ uri: pathToFileURL(join(this.#root, path)).href, type: 2 })),
		});
	}

	/** Ends the process, whatever state it is in. */
	async stop(): Promise<void> {
		this.#connection.dispose();
		if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
		const exit = once(this.#child, 'exit');
		this.#child.kill('SIGKILL');
		await exit;
	}

	#request(method: string, params: unknown): Promise<unknown> {
		return Promise.race([this.#connection.sendRequest(method, params), this.#ended]);
	}
}

/** The settings below a section as an object, as an editor answers. */
function settingsOf(section: string, settings: Record<string, unknown>): unknown {
	if (section in settings) return settings[section];
	const tree: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(settings)) {
		if (!name.startsWith(`${section}.`)) continue;
		const keys = name.slice(section.length + 1).split('.');
		const last = keys.pop() ?? '';
		let place = tree;
		for (const key of keys) {
			place[key] ??= {};
			// Made one line above, or by a shorter name that is a group as well.
			place = place[key] as Record<string, unknown>;
		}
		place[last] = value;
	}
	return tree;
}

/** The place in a text just after the first occurrence of a piece of it. */
export function endOf(text: string, piece: string): Position {
	const before = text.slice(0, text.indexOf(piece) + piece.length);
	const lines = before.split('\n');
	return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
