import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { icons } from '#components/ui/icons.ts';

test('the list of icons and the symbols of the sprite are the same', () => {
	const sprite = readFileSync(new URL('../../../public/sprite.svg', import.meta.url), 'utf8');
	const symbols = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);
	expect(symbols.toSorted()).toEqual([...icons].toSorted());
});
