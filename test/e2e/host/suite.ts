import './activation';
import './diagnostics';
import './hover';
import './fixes';
import './completion';
import './symbols';
import './commands';
