// The order counts.
import './cliFlags';
import './start';
