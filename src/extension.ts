export { activate, deactivate } from './host/activate';
