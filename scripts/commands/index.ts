/** The commands. A new one is one file and one line here. */
import type { Command } from '../run.ts';
import { adopt } from './adopt.ts';
import { approve } from './approve.ts';
import { bench } from './bench.ts';
import { build } from './build.ts';
import { codeowners } from './codeowners.ts';
import { deprecate } from './deprecate.ts';
import { editor } from './editor.ts';
import { example } from './example.ts';
import { exportCommand } from './export.ts';
import { hostCheck } from './host-check.ts';
import { judge } from './judge.ts';
import { mcp } from './mcp.ts';
import { migrate } from './migrate.ts';
import { newEntry } from './new.ts';
import { owner } from './owner.ts';
import { record } from './record.ts';
import { register } from './register.ts';
import { release } from './release.ts';
import { rename } from './rename.ts';
import { report } from './report.ts';
import { serve } from './serve.ts';
import { starter } from './starter.ts';
import { validate } from './validate.ts';
import { withdraw } from './withdraw.ts';

export const commands: readonly Command[] = [
	serve,
	build,
	validate,
	exportCommand,
	hostCheck,
	newEntry,
	starter,
	editor,
	report,
	judge,
	codeowners,
	mcp,
	approve,
	record,
	register,
	release,
	deprecate,
	rename,
	owner,
	withdraw,
	migrate,
	example,
	adopt,
	bench,
];
