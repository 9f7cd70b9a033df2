import { setFlagsFromString } from 'node:v8';
import { threadArgument } from './threadArgument';

/**
 * Flags of V8 for the command line. A run of seconds ends before code that V8 wove together at great length has paid: compiling took a
 * third of a check of hundreds of memos. Nothing of a memo lives longer than its check: heaps that V8 lets grow to several times what
 * lives would only take memory. Before anything runs: V8 must not see flags change while it compiles, and takes compiled code only
 * under the flags that it was made with; so threads leave them as they are.
 */
const flags = ['--max-inlined-bytecode-size=40', '--heap-growing-percent=80', '--max-semi-space-size=8'];

if (process.argv[2] !== threadArgument) for (const flag of flags) setFlagsFromString(flag);
