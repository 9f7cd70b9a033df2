// The order counts.
import './smallHeap';
import './start';
