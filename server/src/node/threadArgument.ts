/** First argument of the program in a thread: what tells without the module of threads, which a start need not load. */
export const threadArgument = '(thread)';
