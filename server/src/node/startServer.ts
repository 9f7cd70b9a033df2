// The order counts.
import './lightCompiler';
import './start';
