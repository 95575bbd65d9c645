import axe from 'axe-core';
import type { Page } from 'playwright';
import { z } from 'zod';

const Found = z.array(z.string());

/**
 * What axe finds wrong with a page, as `rule: the first element`. Run by the debugger, so that the page's own policy against foreign scripts
 * stays as it is.
 */
export async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return Found.parse(await page.evaluate(RUN));
}

const RUN = `axe.run(document).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes[0].html + ' ' + (nodes[0].failureSummary ?? '')))`;
