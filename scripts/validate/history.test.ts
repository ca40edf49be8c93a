import { beforeAll, expect, test } from 'vitest';
import { checkFiles } from '#catalogue/load.ts';
import { readFiles } from '#catalogue/read/files.ts';
import { soundFiles, TODAY } from '#tests/support/build.ts';
import { type Repository, repositoryOf } from '#tests/support/repository.ts';
import { approvalBy, council, tess } from '#tests/support/signer.ts';
import { validate } from '../commands/validate.ts';
import { run } from '../run.ts';

beforeAll(() => {
	process.env.SOURCE_DATE_EPOCH = String(Date.parse(TODAY) / 1000);
	process.env.GIT_AUTHOR_DATE = `${TODAY}T08:00:00Z`;
});

const CONTROL = 'content/controls/logging.mdx';

/** A clone on a branch, with main as it was before. */
function branched(): Repository {
	const sound = soundFiles({ 'content/organisation.yaml': council.source });
	const repository = repositoryOf({
		'.gitignore': '.cache/\n.astro/\n',
		...Object.fromEntries(sound.map(({ path, text }) => [path, text ?? ''])),
	});
	repository.git('switch', '--quiet', '--create', 'change');
	return repository;
}

async function validated(root: string, ...args: string[]) {
	const lines: string[] = [];
	const io = { cwd: root, out: (line: string) => lines.push(line), error: () => {} };
	const code = await run([validate], ['validate', '--root', root, ...args], io);
	return { code, out: lines.join('\n').replace(/\s+/g, ' ') };
}

test('an author who signed, and names another author, is found with the history alone', async () => {
	const { root, read, write, commit } = branched();
	write({ [CONTROL]: read(CONTROL).replace('type: detective', 'type: corrective') });
	commit(`Tess Technology <${tess.member.email}>`);
	const { catalogue } = await checkFiles(readFiles(root), { today: TODAY });
	const { path, text } = approvalBy(tess, 'technology', 'controls/logging', catalogue);
	write({ [path]: text });
	commit();
	const plain = await validated(root);
	expect(plain.code).toBe(0);
	expect(plain.out).toContain('Authors were not checked: npm run validate -- --history asks git');
	expect(plain.out).toContain('Roster 1.0.0 is trusted on first use: nobody has signed it yet.');
	const asked = await validated(root, '--history');
	expect(asked.code).toBe(1);
	expect(asked.out).toContain('as an author of what Tess Technology approved.');
	expect(asked.out).not.toContain('Authors were not checked');
});

test('what is removed without a reason is found, against the published branch', async () => {
	const { root, write, commit } = branched();
	write({ 'content/guides/start.mdx': undefined });
	commit();
	expect((await validated(root)).code).toBe(0);
	const { code, out } = await validated(root, '--history');
	expect(code).toBe(1);
	expect(out).toContain('the guide "start" is removed without a reason.');
});
