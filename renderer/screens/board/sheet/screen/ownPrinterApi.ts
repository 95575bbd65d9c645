import { OwnPrinter, SetupTestPrint } from '../../../../../shared/protocol/setup.ts';
import { askService, posting } from '../../../../app/askService.ts';

/** The name of the printer at the device that serves this page; null: it has none, or is no station. */
export async function readOwnPrinter(): Promise<string | null> {
  const said = await askService('/api/own-printer', OwnPrinter);
  return said?.printer?.name ?? null;
}

/** What the printer itself said; null: nobody answered. */
export async function printTestSlip(): Promise<SetupTestPrint['outcome'] | null> {
  const said = await askService('/api/own-printer/test', SetupTestPrint, posting({}));
  return said?.outcome ?? null;
}
