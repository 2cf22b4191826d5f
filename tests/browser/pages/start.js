// Starts the program that holds the browser's stores to their contract.
import './carried.js';
import start from './contract.js';

await start({ module_or_path: new URL('./contract_bg.wasm', import.meta.url) });
