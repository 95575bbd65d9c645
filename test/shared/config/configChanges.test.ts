import { expect, it } from 'vitest';
import { changesBetween } from '../../../shared/config/configChanges.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { en } from '../../../shared/lib/words/en.ts';

const before = HouseConfig.parse({
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry' },
    { id: 'pizza', name: 'Pizza' },
  ],
  routes: [{ stations: ['grill'] }],
});

it('nothing changed is nothing said', () => {
  expect(changesBetween(before, structuredClone(before))).toEqual([]);
});

it('every change is said once, as a person would, in words that exist', () => {
  const after = HouseConfig.parse({
    ...before,
    venue: { name: 'Casa', timeZone: 'Europe/Madrid', dayRollHour: 5, language: 'es' },
    stations: [
      { id: 'fry', name: 'Fryer', steps: 3, state: 'closed', standIn: 'grill' },
      { id: 'grill', name: 'Grill', neighbour: 'fry', layout: 'list' },
      { id: 'cold', name: 'Cold' },
    ],
    routes: [{ stations: ['grill'] }, { stations: ['cold'] }],
    pass: 'expo',
    coursing: { heldChannels: [] },
    network: { lan: true },
    hosts: ['heard.lan'],
    backup: { keepDays: 30 },
    floor: { rooms: [{ id: 'r', name: 'Room' }], tables: [{ id: '1', room: 'r', seats: 2 }] },
    menu: [{ id: 'd' }],
    posMenus: { till: { revision: 1, digest: 'd', items: [], modifiers: [] } },
    thresholds: { mains: { soon: 10, late: 18 }, notHeardSeconds: 60 },
  });
  const changes = changesBetween(before, after);
  expect(changes.map(({ key }) => key)).toEqual([
    'name',
    'timeZone',
    'dayRoll',
    'language',
    'stationRemoved',
    'stationRenamed',
    'stationSteps',
    'stationClosed',
    'stationStandIn',
    'stationLayout',
    'stationNeighbour',
    'stationAdded',
    'stationOrder',
    'routes',
    'passOn',
    'coursing',
    'lanOn',
    'hosts',
    'backup',
    'clock',
    'time',
    'floor',
    'menu',
    'posMenu',
  ]);
  const words: Record<string, string> = en.setup.change;
  for (const { key, values } of [...changes, ...changesBetween(after, before)]) {
    const asked = [...(words[key] ?? '').matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = '']) => name);
    expect(words[key], key).toBeTruthy();
    for (const name of asked.filter((one) => one !== 'what' && !(key === 'language' && one === 'to')))
      expect(values[name], `${key} ${name}`).toBeDefined();
  }
});
