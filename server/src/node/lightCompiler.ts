import { setFlagsFromString } from 'node:v8';
import { threadArgument } from './threadArgument';

// A run of seconds ends before code that V8 wove together at great length has paid: compiling took a third of a check of hundreds of
// memos. Before anything runs, since V8 must not see the flag change while it compiles; so threads leave it as it is.
if (process.argv[2] !== threadArgument) setFlagsFromString('--max-inlined-bytecode-size=40');
