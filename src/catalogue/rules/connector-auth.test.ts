import { describe, expect, test } from 'vitest';
import type { Connector } from '#schemas/connector.ts';
import type { Pattern } from '#schemas/pattern.ts';
import { entry, messagesOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { connectorAuth } from './connector-auth.ts';

type Use = Pattern['connectors'][number];
type AuthModel = Connector['auth']['model'];
const { connectors, controls, exposure } = minimal.patterns();

const uses = (more: Partial<Use>): Partial<Pattern> => ({
	connectors: connectors.map((use) => ({ ...use, ...more })),
});
const signedIn = (model: AuthModel, alternatives?: AuthModel[]): Partial<Connector> => ({
	auth: { model, how: 'As the platform says it.', alternatives, exceptions: 'While a job moves.' },
});
const check = (pattern: Partial<Pattern>, connector: Partial<Connector> = {}) =>
	messagesOf(
		connectorAuth,
		entry('patterns', 'summary', pattern),
		entry('connectors', 'gateway', connector),
	);

describe('signing in', () => {
	test('is as the connector says where nothing else is said', async () => {
		expect(await check({})).toEqual([]);
	});

	test('may be one of the alternatives', async () => {
		const connector = signedIn('user-delegated', ['service-account']);
		expect(await check(uses({ auth: 'service-account' }), connector)).toEqual([]);
		expect(await check(uses({ auth: 'mutual-tls' }), connector)).toEqual([
			'"gateway" does not allow signing in by "mutual-tls".',
		]);
	});

	test('in another way is explained by the connector', async () => {
		const { auth } = minimal.connectors();
		expect(await check({}, { auth: { ...auth, alternatives: ['mutual-tls'] } })).toEqual([
			'mutual-tls is allowed, but nothing says when, or who allows it.',
		]);
	});
});

describe('a static key', () => {
	const key = signedIn('static-key');

	test('has an end', async () => {
		expect(await check({}, key)).toEqual(['the static key for "gateway" has no expiry date.']);
		expect(await check(uses({ expires: '2026-11-22' }), key)).toEqual([]);
	});

	test('is refused after its end', async () => {
		expect(await check(uses({ expires: '2026-11-21' }), key)).toEqual([
			'the static key for "gateway" expired on 2026-11-21.',
		]);
	});

	test('is for low tier only', async () => {
		expect(await check({ ...uses({ expires: '2027-01-01' }), tier: 'medium' }, key)).toEqual([
			'"gateway" is used with a static key, which is allowed at low tier only.',
		]);
	});
});

describe('a write nobody accepts', () => {
	const ungated = controls.map((use) => ({ ...use, control: 'other' }));
	const writes = (fields?: string[], more: Partial<Pattern> = {}): Partial<Pattern> => ({
		...uses({ access: 'write', fields }),
		controls: ungated,
		tier: 'medium',
		...more,
	});

	test('names its fields from medium tier on', async () => {
		expect(await check(writes())).toEqual([
			'at medium tier a write through "gateway" must name its fields.',
		]);
		expect(await check(writes(['queue']))).toEqual([]);
		expect(await check(writes(undefined, { tier: 'low' }))).toEqual([]);
	});

	test('changes only what is easy to reverse', async () => {
		const costly = { exposure: { ...exposure, reversibility: 'costly' as const } };
		expect(await check(writes(['queue'], costly))).toEqual([
			'at medium tier it writes through "gateway" without approval, and the write is not easy to undo.',
		]);
	});

	test('needs neither behind the gate', async () => {
		expect(await check(writes(undefined, { controls }))).toEqual([]);
	});
});
