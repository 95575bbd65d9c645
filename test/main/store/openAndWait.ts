import { openStore } from '../../../main/store/openStore.ts';

// Run as a process of its own: owns the folder until it is killed.
openStore({ dataDir: process.argv[2] ?? '', as: 'service' });
process.stdout.write('open\n');
setInterval(() => undefined, 1_000);
