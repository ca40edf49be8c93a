import { expect, test } from 'vitest';
import type { Connector } from '#schemas/connector.ts';
import type { Pattern } from '#schemas/pattern.ts';
import type { Access } from '#schemas/vocabularies.ts';
import { entry, messagesOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { connectorAccess } from './connector-access.ts';

const use = (access: Access, fields?: string[]): Partial<Pattern> => ({
	connectors: minimal.patterns().connectors.map((item) => ({ ...item, access, fields })),
});
const offers = (access: Access): Partial<Connector> => ({
	scopes: [{ access, allows: 'Does what it says.' }],
});
const check = (pattern: Partial<Pattern>, connector: Partial<Connector> = {}) =>
	messagesOf(
		connectorAccess,
		entry('patterns', 'summary', pattern),
		entry('connectors', 'gateway', connector),
	);

test('access that the connector offers is fine', async () => {
	expect(await check({})).toEqual([]);
});

test('access that the connector does not offer is refused', async () => {
	expect(await check(use('read'))).toEqual(['"gateway" does not offer the access "read".']);
});

test('a plain write names its fields from medium tier on', async () => {
	const medium: Partial<Pattern> = { ...use('write'), tier: 'medium' };
	expect(await check(medium, offers('write'))).toEqual([
		'at medium tier a write through "gateway" must name its fields.',
	]);
	expect(await check({ ...medium, ...use('write', ['queue']) }, offers('write'))).toEqual([]);
	expect(await check(use('write'), offers('write'))).toEqual([]);
});

test('a write after approval needs the approval gate', async () => {
	const gate = minimal.patterns().controls.map((item) => ({ ...item, control: 'approval-gate' }));
	expect(await check(use('write-approved'), offers('write-approved'))).toEqual([
		'a write after approval through "gateway" needs the control "approval-gate".',
	]);
	const gated = { ...use('write-approved'), controls: gate };
	expect(await check(gated, offers('write-approved'))).toEqual([]);
});

test('a static key is for low tier only', async () => {
	const key: Partial<Connector> = {
		auth: { model: 'static-key', how: 'A key in the vault, for now.' },
	};
	expect(await check({ tier: 'high' }, key)).toEqual([
		'"gateway" signs in with a static key, which is allowed at low tier only.',
	]);
	expect(await check({}, key)).toEqual([]);
});

test('a node uses only connectors that the pattern lists', async () => {
	const { architecture } = minimal.patterns();
	const nodes = architecture.nodes.map((node) => ({ ...node, connector: 'crm' })).slice(0, 1);
	expect(await check({ architecture: { ...architecture, nodes } })).toEqual([
		'the node "data-node" uses "crm", which `connectors` does not list.',
	]);
});

test('a connector that was not accepted is not judged', async () => {
	expect(await messagesOf(connectorAccess, entry('patterns', 'summary', use('read')))).toEqual([]);
});
