// npm run layers: who may import whom, no barrels, no cycles, no file past its size.
import { dirname } from 'node:path';
import { checkLayers } from './check.ts';

const root = dirname(dirname(import.meta.dirname));
const { files, violations, warnings } = checkLayers(root);
for (const { rule, file, line, message } of violations)
  console.log(`error ${file}:${line} [${rule}] ${message}`);
for (const { file, message } of warnings) console.log(`warning ${file} ${message}; look for the seam`);
console.log(`layers: ${files} files, ${violations.length} violations, ${warnings.length} warnings`);
process.exitCode = violations.length === 0 ? 0 : 1;
