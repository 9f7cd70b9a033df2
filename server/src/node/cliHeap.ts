import { setFlagsFromString } from 'node:v8';
import { threadArgument } from './threadArgument';

/**
 * Nothing of a memo lives longer than its check: heaps that V8 lets grow to several times what lives would only take memory. Before
 * anything runs, since V8 takes compiled code only under the flags that it was made with; so threads leave them as they are.
 */
const flags = ['--heap-growing-percent=80', '--max-semi-space-size=8'];

if (process.argv[2] !== threadArgument) for (const flag of flags) setFlagsFromString(flag);
