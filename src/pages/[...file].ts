/** The one route for files: whatever the exporters make is served under its own path. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { exportFiles } from '#catalogue/exporters/index.ts';
import { getCatalogue } from '#site/catalogue.ts';
import { absolute } from '#site/urls.ts';

export const getStaticPaths = (async () => {
	const files = exportFiles({ catalogue: await getCatalogue(), url: absolute });
	return files.map((file) => ({
		params: { file: file.path },
		props: { file },
		...(file.cacheKey ? { cacheKey: file.cacheKey } : {}),
	}));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) =>
	new Response(await props.file.body(), { headers: { 'content-type': props.file.type } });
