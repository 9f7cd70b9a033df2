import { setFlagsFromString } from 'node:v8';
import { threadArgument } from './threadArgument';

/**
 * V8 compiles code that runs often with great care, and weaves functions together at length. A start, an edit now and then and a check
 * of seconds end before that has paid: compiling took a fourth of the start and a third of a check of hundreds of memos. So it waits
 * longer and weaves less. Before anything runs: V8 must not see these flags change while it compiles.
 */
const flags = ['--max-inlined-bytecode-size=40'];
// Later ones have a lighter compiler of their own before the heavy one, do not know the flag, and say so to the user.
if (Number.parseInt(process.versions.v8, 10) < 12) flags.push('--interrupt-budget=200000');

if (process.argv[2] !== threadArgument) for (const flag of flags) setFlagsFromString(flag);
