/** Asks the catalogue about the pattern, and keeps the answer for days when there is no network. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from '../refusal.ts';
import { isLater } from './compare.ts';
import { type AskOptions, addressBelow, fetchText, NoAnswer } from './fetch-text.ts';
import { type Answer, type Manifest, readAnswer } from './manifest.ts';

/** The last answer; git does not keep it. */
const CACHE = '.catalogue/answer.json';

/** What a copy needs to ask. */
export interface Asking extends AskOptions {
	/** Address of the catalogue. */
	site: string;
	/** Year-month-day, kept with the answer. */
	today: string;
}

export interface Asked {
	answer: Answer;
	/** Why this is a stored answer, and the day it was given; undefined for a fresh answer. */
	kept: { because: NoAnswer; day: string } | undefined;
}

/**
 * The answer of the site, or the last one stored, with the reason.
 *
 * @throws NoAnswer if there is neither; SetupError if the site answers something else
 */
export async function askSite(root: string, manifest: Manifest, asking: Asking): Promise<Asked> {
	const file = join(root, CACHE);
	const address = addressBelow(asking.site, manifest.answer);
	try {
		const source = await fetchText(address, asking);
		const answer = answerTo(manifest, source, address);
		keep(file, { address: address.href, day: asking.today, source });
		return { answer, kept: undefined };
	} catch (error) {
		if (!(error instanceof NoAnswer)) throw error;
		const found = readKept(file, manifest, address);
		if (!found) throw error;
		return { answer: found.answer, kept: { because: error, day: found.day } };
	}
}

/** The answer, if it is about this copy's pattern. @throws SetupError that names the address */
function answerTo(manifest: Manifest, source: string, { href }: URL): Answer {
	try {
		const answer = readAnswer(source);
		assertFits(manifest, answer);
		return answer;
	} catch (error) {
		throw error instanceof SetupError ? new SetupError(`${href}:`, error.message) : error;
	}
}

function assertFits({ pattern, version }: Manifest, answer: Answer): void {
	if (answer.pattern !== pattern) {
		throw new SetupError(
			`the answer is about ${JSON.stringify(answer.pattern)}, and this is a copy of ${JSON.stringify(pattern)}.`,
			'Correct "pattern" or "answer" in catalogue.json.',
		);
	}
	if (answer.version && answer.state.name !== 'withdrawn' && isLater(version, answer.version)) {
		throw new SetupError(
			`the catalogue there has ${answer.version}, which is older than this copy, ${version}.`,
			`If this is a mirror, wait until it is up to date. If not, ask the catalogue's contact why ${version} was withdrawn.`,
		);
	}
}

/** If the folder cannot be written to, today's answer is still shown. */
function keep(file: string, answer: { address: string; day: string; source: string }): void {
	try {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, JSON.stringify(answer));
	} catch {}
}

/** A stored answer from the same address. Anything unexpected in the file counts as no answer. */
function readKept(
	file: string,
	manifest: Manifest,
	at: URL,
): { answer: Answer; day: string } | undefined {
	try {
		const { address, day, source } = JSON.parse(readFileSync(file, 'utf8'));
		if (address !== at.href) return undefined;
		return { answer: answerTo(manifest, String(source), at), day: String(day) };
	} catch {
		return undefined;
	}
}
