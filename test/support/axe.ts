import axe from 'axe-core';
import type { Page } from 'playwright';
import { z } from 'zod';

const Found = z.array(z.string());

/** What may differ where nothing but sizes, colours and words do; all other rules judge the tree. */
export const RULES_OF_LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'];

/**
 * What axe finds wrong with a page, as `rule: the first element`; `rules`: by these alone. Run by the debugger, so that the page's own policy
 * against foreign scripts stays as it is.
 */
export async function axeFinds(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(axe.source);
  const options = { resultTypes: ['violations'], ...(rules !== null && { runOnly: rules }) };
  return Found.parse(await page.evaluate(`(${RUN})(${JSON.stringify(options)})`));
}

const RUN = `(options) => axe.run(document, options).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes[0].html + ' ' + (nodes[0].failureSummary ?? '')))`;
