/** The commit that a catalogue is from, for whatever must come out the same again. */
import type { Commit } from '#catalogue/model/commit.ts';
import { uncommitted } from './git.ts';
import { ask } from './git-process.ts';

const CONTENT = 'content';

/** What decides the bytes that are made of a catalogue. */
const MADE_OF = [CONTENT, 'patterns', 'schemas', 'src'];

/**
 * The last commit of the folder; undefined outside of git, and while files differ from the commit:
 * what is made then is not of that commit.
 */
export async function commitOf(root: string): Promise<Commit | undefined> {
	const { code, stdout } = await ask(root, ['log', '-1', '--format=%H %ct']).catch(() => ({
		code: 1,
		stdout: '',
	}));
	const [id, seconds] = stdout.toString().trim().split(' ');
	if (code !== 0 || !id || !seconds) return undefined;
	// A folder that git ignores is in no commit, however clean the repository around it is.
	const known = await ask(root, ['ls-files', '--error-unmatch', '--', CONTENT]);
	if (known.code !== 0 || (await uncommitted(root, MADE_OF)).length > 0) return undefined;
	return { id, at: new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z') };
}
