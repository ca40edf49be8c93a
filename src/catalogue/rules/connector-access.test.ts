import { expect, test } from 'vitest';
import type { Connector } from '#schemas/connector.ts';
import type { Pattern } from '#schemas/pattern.ts';
import type { Access } from '#schemas/vocabularies.ts';
import { entry, messagesOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { connectorAccess } from './connector-access.ts';

const use = (access: Access): Partial<Pattern> => ({
	connectors: minimal.patterns().connectors.map((item) => ({ ...item, access })),
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

test('a write after approval needs the approval gate', async () => {
	const gate = minimal.patterns().controls;
	const ungated = { ...use('write-approved'), controls: [] };
	expect(await check(ungated, offers('write-approved'))).toEqual([
		'a write after approval through "gateway" needs the control "logging".',
	]);
	const gated = { ...use('write-approved'), controls: gate };
	expect(await check(gated, offers('write-approved'))).toEqual([]);
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
