/**
 * The scan that n8n runs before it verifies a package: `node scan.mjs <folder> <pattern…>` prints its
 * verdict.
 */
import { analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';

const [folder, ...patterns] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await analyzePackage(folder, patterns)));
