import { expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import type { Ceiling, DataClass } from '#schemas/vocabularies.ts';
import { entry, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { dataCeiling } from './data-ceiling.ts';

interface Classes {
	exposure?: DataClass;
	use?: DataClass;
	flow?: DataClass;
	connector?: Ceiling;
	model?: DataClass;
}

function check({
	exposure = 'internal',
	use = 'internal',
	flow = 'internal',
	connector = 'confidential',
	model = 'confidential',
}: Classes) {
	const base = minimal.patterns();
	const data: Partial<Pattern> = {
		exposure: { ...base.exposure, data: exposure },
		connectors: base.connectors.map((item) => ({ ...item, data: use })),
		architecture: {
			...base.architecture,
			flows: base.architecture.flows.map((item) => ({ ...item, data: flow })),
		},
	};
	return problemsOf(
		dataCeiling,
		entry('patterns', 'summary', data),
		entry('connectors', 'gateway', { ceiling: connector }),
		entry('models', 'small', { ceiling: model }),
	);
}

test('data within every ceiling, with the highest class stated, is fine', async () => {
	expect(await check({})).toEqual([]);
});

test('no data passes above the ceiling of its connector', async () => {
	expect(await check({ connector: 'public' })).toMatchObject([
		{
			path: ['connectors', 0, 'data'],
			message: 'internal data goes through "gateway", which accepts public data at most.',
		},
	]);
});

test('a connector without a ceiling of its own carries any class', async () => {
	const restricted = { exposure: 'restricted', use: 'restricted', model: 'restricted' } as const;
	expect(await check({ ...restricted, connector: 'as-carried' })).toEqual([]);
});

test('no data reaches a model above its ceiling', async () => {
	expect(await check({ model: 'public' })).toMatchObject([
		{
			path: ['models', 0],
			message: 'internal data can reach the model "small", which accepts public data at most.',
		},
	]);
});

test.each([
	['understated', { flow: 'confidential' }, 'internal', 'confidential'],
	['overstated', { exposure: 'confidential' }, 'confidential', 'internal'],
] as const)('the class of the pattern is not %s', async (_, classes, stated, highest) => {
	expect(await check(classes)).toMatchObject([
		{
			path: ['exposure', 'data'],
			message: `exposure.data is ${stated}, but the highest class in connectors and flows is ${highest}.`,
			fix: `Write data: ${highest}, or correct the connector or flow.`,
		},
	]);
});
