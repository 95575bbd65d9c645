import { OwnPrinter, SetupTestPrint } from '../../../../../shared/protocol/setup.ts';

/** The name of the printer at the device that serves this page; null: it has none, or is no station. */
export async function readOwnPrinter(): Promise<string | null> {
  const said = OwnPrinter.safeParse(await ask('/api/own-printer', { cache: 'no-store' }));
  return said.data?.printer?.name ?? null;
}

/** What the printer itself said; null: nobody answered. */
export async function printTestSlip(): Promise<SetupTestPrint['outcome'] | null> {
  const headers = { 'content-type': 'application/json' };
  const said = await ask('/api/own-printer/test', { method: 'POST', headers, body: '{}' });
  return SetupTestPrint.safeParse(said).data?.outcome ?? null;
}

async function ask(path: string, init: RequestInit): Promise<unknown> {
  try {
    const answer = await fetch(path, { credentials: 'same-origin', ...init });
    return answer.ok ? await answer.json() : null;
  } catch (error) {
    // Only the network throws here, and a service that answers with something else than JSON is none of ours.
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}
