import { setFlagsFromString } from 'node:v8';
import { threadArgument } from './threadArgument';

/**
 * V8 compiles code that runs often with great care, and weaves functions together at length. A start, an edit now and then and a check
 * of seconds end before that has paid: compiling took a fourth of the start and a third of a check of hundreds of memos. So it waits
 * longer and weaves less. Before anything runs: V8 must not see these flags change while it compiles.
 */
const flags = ['--interrupt-budget=200000', '--max-inlined-bytecode-size=40'];

if (process.argv[2] !== threadArgument) for (const flag of flags) setFlagsFromString(flag);
