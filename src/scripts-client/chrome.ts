/** What every page's frame does in the browser; each page also reads and browses without it. */
import './theme.ts';
import './search-key.ts';
import './copy.ts';
import './copy-buttons.ts';
import './disclosure.ts';
import './section-list.ts';
import './tables.ts';
import './scroll-areas.ts';
import './term-key.ts';
