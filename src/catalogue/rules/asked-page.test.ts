import { expect, test } from 'vitest';
import { entry, messagesOf } from '#tests/support/build.ts';
import { askedPage } from './asked-page.ts';

const asked = (page: string) =>
	messagesOf(
		askedPage,
		entry('synonyms', 'synonyms', { asked: [{ page, questions: ['how do I stop it'] }] }),
		entry('risks', 'leak'),
	);

test.each(['/risks/leak/', '/risks/', '/portfolio/', '/contribute/states/'])(
	'questions may belong to %s',
	async (page) => expect(await asked(page)).toEqual([]),
);

test.each(['/risks/gone/', '/nowhere/', '/constructor/leak/', '/risks/leak/more/'])(
	'questions cannot belong to %s',
	async (page) => expect(await asked(page)).toEqual([`"${page}" is not a page of this catalogue.`]),
);
