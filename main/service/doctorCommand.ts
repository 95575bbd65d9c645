import { existsSync } from 'node:fs';
import { Complaint } from './complaint.ts';
import { examine } from './doctor/examine.ts';
import { type Finding, type FindingLevel, worstOf } from './doctor/finding.ts';

const MARK: Record<FindingLevel, string> = { ok: 'OK  ', look: 'LOOK', bad: 'BAD ' };
const EXIT: Record<FindingLevel, number> = { ok: 0, look: 1, bad: 2 };

/** Checks a data folder and says what it found; the exit code. Changes nothing, beside a running service or without one. */
export async function runDoctor(dataDir: string, isJson: boolean): Promise<number> {
  if (!existsSync(dataDir)) throw new Complaint(`There is no folder ${dataDir}.`);
  const findings = await examine(dataDir, Date.now());
  const worst = worstOf(findings);
  if (isJson) process.stdout.write(`${JSON.stringify({ result: worst, dataDir, findings })}\n`);
  else
    process.stdout.write(
      `${[`Heard's data in ${dataDir}`, '', ...findings.flatMap(lines), '', SUMMARY[worst]].join('\n')}\n`,
    );
  return EXIT[worst];
}

const SUMMARY: Record<FindingLevel, string> = {
  ok: 'All is well.',
  look: 'It works. Somebody should look at what is marked LOOK.',
  bad: 'Something is wrong. Begin with what is marked BAD.',
};

function lines({ level, says, advice }: Finding): string[] {
  return [`${MARK[level]}  ${says}`, ...(advice === null ? [] : [`      -> ${advice}`])];
}
