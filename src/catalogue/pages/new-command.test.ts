import { expect, test } from 'vitest';
import { newCommand } from './new-command.ts';

test.each([
	['use-cases', 'npm run new -- use-case'],
	['controls', 'npm run new -- control'],
	['approvals', undefined],
	['policy', undefined],
] as const)('an entry of %s is added by %s', (name, command) => {
	expect(newCommand(name)).toBe(command);
});
