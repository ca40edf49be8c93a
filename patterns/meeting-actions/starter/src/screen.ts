/**
 * Node screen: names become marks, and secrets and identifiers are removed. A record that still
 * shows one is held.
 */
import { CONTROL } from './controls/data-loss-prevention.ts';
import { CONTROL as FILTER, openScreen, screenShape } from './controls/prompt-injection-filter.ts';
import { limitsShape } from './controls/rate-spend-limits.ts';
import { redactTexts } from './controls/screen-texts.ts';
import type { MeetingRecord } from './entry.ts';
import { type Masking, marksIn, openMasking, withoutTypedMarks } from './names.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, list, number, text } from './policy/shape.ts';
import { Refusal } from './refusal.ts';
import { counted } from './run/counted.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';

/** Finds names that are on no list. Call your platform's recogniser here. */
export type FindNames = (source: string) => Promise<string[]>;

const namesShape = fields({
	/** First names and surnames that are also words. In lower case, they stay. */
	words: list(text),
	/** First names that the built-in recogniser knows, and titles that it looks for. */
	given: list(text),
	titles: list(text),
	/** Capitalised words that can follow a first name and are not surnames. */
	noSurnames: list(text),
	/** The recogniser must answer within this time, or the record is held. */
	seconds: number,
});
type NamesPolicy = ReturnType<typeof namesShape>;

export interface Screened {
	masking: Masking;
	title: string;
	record: string;
	/** Lines that give instructions to a tool. The organiser sees them, but the model does not. */
	leftOut: readonly string[];
	/** Sends further texts of the same meeting through the same screen. */
	clean: (texts: readonly string[]) => Promise<string[]>;
}

export type ScreenRecord = (run: Run, found: MeetingRecord, kind: string) => Promise<Screened>;

/** @param recognise replaces the names in policy/names.yaml, which finds names by their form */
export function openRecordScreen({ root, redact }: Services, recognise?: FindNames): ScreenRecord {
	const policy = readPolicy(root, 'policy/names.yaml', namesShape);
	const { item } = readPolicy(root, 'policy/limits.yaml', limitsShape);
	const most = item?.characters ?? 0;
	const findNames = within(policy.seconds, recognise ?? floorRecogniser(policy));
	const orders = readPolicy(root, 'policy/screen.yaml', screenShape);
	const strip = openScreen(orders);
	/** Each line by itself, because what people paste into a chat is one line among many. */
	const isOrder = (line: string) => strip([line]).score >= orders.holdAt;
	return async (run, { title, text: source, attended, absent }, kind) => {
		run.at('screen');
		const masking = openMasking(attended, absent, new Set(policy.words));
		const masked = async (texts: readonly string[]) => {
			const known = strip(texts).texts.map((one) => masking.mask(withoutTypedMarks(one)));
			const found = await findNames(known.join('\n'));
			return known.map((one) => masking.maskFound(one, found));
		};
		const marked = await masked([title, source]);
		const people = marksIn(marked.join('\n')).length;
		run.changed(CONTROL, `Names became marks, of ${counted(people, 'person', 'people')} in all.`);
		const [cleanTitle = '', whole = ''] = redactTexts(run, marked, redact);
		if (kind === 'transcript') assertSpeakersMasked(whole);
		const leftOut = whole.split('\n').filter(isOrder);
		const record = whole
			.split('\n')
			.filter((line) => !isOrder(line))
			.join('\n');
		if (leftOut.length > 0) {
			run.changed(
				FILTER,
				`Left out, with instructions to a tool: ${counted(leftOut.length, 'line')}.`,
			);
		} else run.passed(FILTER, `No line at ${orders.holdAt} or above.`);
		run.signals({ 'aicat.meeting.characters': record.length });
		if (record.length > most) {
			const message = `${record.length} characters; ${most} are allowed.`;
			throw new Refusal('rate-spend-limits', 'too-long', message);
		}
		const clean = async (texts: readonly string[]) => redactTexts(run, await masked(texts), redact);
		return { masking, title: cleanTitle, record, leftOut, clean };
	};
}

/**
 * A line of a transcript starts with the speaker. A speaker in plain words is somebody who is not
 * on the list of people present, or a forged line.
 */
function assertSpeakersMasked(record: string): void {
	const speaker = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3}(?: \([^)\n]{1,20}\))?:/mu;
	if (!speaker.test(record)) return;
	const message =
		'A speaker is not on the list of people present, so the name would stay in the text.';
	throw new Refusal(CONTROL, 'name-left', message);
}

/** Names by form: a title, or a first name on the list, with the capitalised words after it. */
function floorRecogniser({ given, titles, noSurnames }: NamesPolicy): FindNames {
	const surname = `(?:\\s+(?!(?:${noSurnames.join('|')})\\b)\\p{Lu}[\\p{L}'’-]+)`;
	const pattern = new RegExp(
		`(?<![\\p{L}\\p{N}])(?:(?:${titles.join('|')})\\.?${surname}{1,2}|(?:${given.join('|')})(?![\\p{L}\\p{N}])${surname}?)`,
		'gu',
	);
	return async (source) => [...new Set(source.match(pattern) ?? [])];
}

/**
 * If a recogniser fails, or is slower than this, the record is held: nobody knows what it missed.
 */
function within(seconds: number, find: FindNames): FindNames {
	return async (source) => {
		let timer: NodeJS.Timeout | undefined;
		const late = new Promise<never>((_, reject) => {
			timer = setTimeout(() => reject(new Error('too slow')), seconds * 1000);
		});
		try {
			return await Promise.race([find(source), late]);
		} catch {
			throw new Refusal(CONTROL, 'screen-down', 'The name recogniser did not answer in time.');
		} finally {
			clearTimeout(timer);
		}
	};
}
