/**
 * `node src/trace-report.ts`: checks filed records against their traces, day by day. Exits 1 below
 * the limit.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from './main.ts';
import { ROOT } from './root.ts';

/** Share of filed records with a complete trace, in per cent. Below it, the duty team is told. */
const LEAST = 99.5;

type Line = Readonly<Record<string, unknown>>;

/** Traces of filed records that lack an answer of two models, or the acceptance of a person. */
export function incompleteTraces(audit: readonly string[], prompts: readonly string[]): string[] {
	const lines: Line[] = audit.map((line) => JSON.parse(line));
	const calls: Line[] = prompts.map((line) => JSON.parse(line));
	return filedTraces(lines).filter((trace) => {
		const own = calls.filter((call) => call.trace === trace);
		const models = new Set(own.map((call) => call['gen_ai.response.model']));
		const accepted = lines.some((line) => line.trace === trace && line.word === 'accepted');
		return models.size < 2 || !accepted;
	});
}

const filedTraces = (lines: readonly Line[]): string[] =>
	lines.filter(({ event }) => event === 'filed').map(({ trace }) => String(trace));

if (import.meta.main) {
	await main(async () => {
		const read = (file: string) => {
			const path = join(ROOT, file);
			return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
		};
		const audit = read('logs/audit.jsonl');
		const missing = incompleteTraces(audit, read('logs/prompts.jsonl'));
		const filed = filedTraces(audit.map((line) => JSON.parse(line))).length;
		const share = filed > 0 ? ((filed - missing.length) / filed) * 100 : 100;
		console.log(`${filed} records filed, ${share.toFixed(1)}% with a complete trace.`);
		for (const trace of missing) console.error(`Not complete: ${trace}`);
		return share < LEAST ? 1 : 0;
	});
}
