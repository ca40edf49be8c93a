import { expect, test } from 'vitest';
import { runSteps } from '#scripts/checks/schedule.ts';
import { contentSteps, productSteps, type Step } from '#scripts/checks/steps.ts';

const step = (name: string, cores: 1 | 2, ...after: string[]): Step => ({
	name,
	command: [],
	cores,
	after,
	budget: 1,
});

/** Runs steps that end in the order they started, and says what ran beside what. */
async function ran(
	steps: readonly Step[],
	cores: number,
	bad: readonly string[] = [],
	all = false,
) {
	const events: string[] = [];
	const running = new Set<string>();
	const results = await runSteps<string>({
		steps,
		cores,
		all,
		isGood: (name) => !bad.includes(name),
		async run({ name }) {
			running.add(name);
			events.push([...running].join('+'));
			await new Promise((done) => setTimeout(done, 1));
			running.delete(name);
			return name;
		},
	});
	return { events, results };
}

test('steps run side by side as far as there are processors', async () => {
	const { events } = await ran([step('a', 1), step('b', 1), step('c', 2)], 2);
	expect(events).toEqual(['a', 'a+b', 'c']);
});

test('a small step runs beside another while a large one waits', async () => {
	const { events, results } = await ran([step('a', 1), step('big', 2), step('b', 1)], 2);
	expect(events.slice(0, 2)).toEqual(['a', 'a+b']);
	expect(results.toSorted()).toEqual(['a', 'b', 'big']);
});

test('one processor runs every step, one after the other', async () => {
	const { events } = await ran([step('a', 2), step('b', 1)], 1);
	expect(events).toEqual(['a', 'b']);
});

test('a step starts only after those it needs', async () => {
	const { events } = await ran([step('late', 1, 'first'), step('first', 1)], 2);
	expect(events).toEqual(['first', 'late']);
});

test('after a failure nothing more starts', async () => {
	const { results } = await ran([step('a', 2), step('b', 2)], 2, ['a']);
	expect(results).toEqual(['a']);
});

test('asked for all, it goes on with what does not need the failed step', async () => {
	const steps = [step('a', 2), step('needs-a', 2, 'a'), step('b', 2)];
	const { results } = await ran(steps, 2, ['a'], true);
	expect(results).toEqual(['a', 'b']);
});

test('every step that is waited for is one of the same list, and no name is used twice', () => {
	for (const steps of [contentSteps, [...productSteps, ...contentSteps]]) {
		const names = steps.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const { after = [] } of steps) for (const name of after) expect(names).toContain(name);
	}
});
