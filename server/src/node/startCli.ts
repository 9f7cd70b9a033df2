// The order counts.
import './lightCompiler';
import './cliHeap';
import './start';
