/** The content security policy: one text for the meta element and for host headers. */

const directives = {
	'default-src': "'none'",
	// Pagefind compiles its index reader from WebAssembly.
	'script-src': "'self' 'wasm-unsafe-eval'",
	'style-src': "'self'",
	'img-src': "'self' data:",
	'font-src': "'self'",
	'connect-src': "'self'",
	'worker-src': "'self'",
	'manifest-src': "'self'",
	'base-uri': "'none'",
	'form-action': "'self'",
};

/** Without hashes, so every page and every host sends the same line. */
export const contentSecurityPolicy = Object.entries(directives)
	.map(([name, sources]) => `${name} ${sources}`)
	.join('; ');
