import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseGateway } from './choose-gateway.ts';

const chosen = (environment: Record<string, string>) => chooseGateway('.', environment, 1);

test('with nothing set, recorded answers are used', () => {
	assert.equal(chosen({}).gateway.about, 'Recorded answers, no model is called');
});

test('with both variables set, the gateway is used with that alias', () => {
	const { gateway, model } = chosen({
		GATEWAY_URL: 'https://gateway.example/v1',
		MODEL_ALIAS: 'small-fast',
	});
	assert.deepEqual([gateway.about, model], ['Model gateway at gateway.example', 'small-fast']);
});

test('half a setting is refused', () => {
	assert.throws(() => chosen({ MODEL_ALIAS: 'small-fast' }), /GATEWAY_URL is not set/);
	assert.throws(() => chosen({ GATEWAY_URL: 'https://gateway.example' }), /MODEL_ALIAS is not set/);
});
