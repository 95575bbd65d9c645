import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../main/store/openStore.ts';
import { Refusal } from '../../../main/store/refusal.ts';
import { Sealing } from '../../../main/store/sealing.ts';
import { PersonId } from '../../../shared/lib/ids.ts';
import { dataFolder } from './folder.ts';

const ana = PersonId.parse('p1');
const fields = { name: 'Ana', phone: null, email: null, notes: null, courier: null, spot: null };
const keyOf = (dataDir: string) => join(dataDir, 'keys', 'personal');

function refusalOf(open: () => unknown): string {
  try {
    open();
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
  return 'opened';
}

describe('the personal key', () => {
  it('is made once, for this user only, with nothing left beside it', () => {
    const dataDir = dataFolder();
    openStore({ dataDir, as: 'service' }).close();
    expect(statSync(keyOf(dataDir)).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dataDir, 'keys'))).toEqual(['personal']);
  });

  it('missing, wrong or damaged while names are sealed with it is a refusal, and the right one opens them again', () => {
    const dataDir = dataFolder();
    const key = randomBytes(32);
    openStore({ dataDir, as: 'service' }).close();
    writeFileSync(keyOf(dataDir), key);
    const store = openStore({ dataDir, as: 'service' });
    store.personal.put(ana, fields, 1);
    store.close();
    const open = () => openStore({ dataDir, as: 'service' }).close();
    rmSync(keyOf(dataDir));
    expect(refusalOf(open)).toBe('key_missing');
    writeFileSync(keyOf(dataDir), randomBytes(32));
    expect(refusalOf(open)).toBe('key_wrong');
    writeFileSync(keyOf(dataDir), key.subarray(0, 10));
    expect(refusalOf(open)).toBe('key_wrong');
    writeFileSync(keyOf(dataDir), key);
    const again = openStore({ dataDir, as: 'service' });
    expect(again.personal.get(ana)).toEqual(fields);
    again.close();
  });

  it('a folder where nothing was ever sealed may get a new one', () => {
    const dataDir = dataFolder();
    openStore({ dataDir, as: 'service' }).close();
    rmSync(keyOf(dataDir));
    openStore({ dataDir, as: 'service' }).close();
  });

  it('may come from elsewhere, and then lies in no file', () => {
    const dataDir = dataFolder();
    const personalKey = randomBytes(32);
    openStore({ dataDir, as: 'service', personalKey }).close();
    expect(readdirSync(dataDir)).not.toContain('keys');
  });
});

describe('sealing', () => {
  it('opens under what it was sealed for and nothing else, and never seals alike twice', () => {
    const sealing = new Sealing(randomBytes(32));
    const sealed = sealing.seal('person:1', fields);
    expect(JSON.parse(sealing.open('person:1', sealed))).toEqual(fields);
    expect(() => sealing.open('person:2', sealed)).toThrow();
    expect(sealing.seal('person:1', fields).equals(sealed)).toBe(false);
    const touched = Buffer.from(sealed);
    touched.writeUInt8(touched.readUInt8(40) ^ 1, 40);
    expect(() => sealing.open('person:1', touched)).toThrow();
  });
});
