import { describe, expect, test } from 'vitest';
import { absencesOf } from '../../../shared/demo/night/houseSteps.ts';
import { depthOf } from '../../../shared/demo/night/modify.ts';
import type {
  Act,
  DemoItem,
  DemoTicket,
  Ingredient,
  NightPlan,
  Step,
} from '../../../shared/demo/night/plan.ts';
import { planNight } from '../../../shared/demo/night/planNight.ts';
import { PosTicket } from '../../../shared/demo/pos/PosTicket.ts';
import { WINDOW_STATION } from '../../../shared/demo/restaurant/house.ts';
import { dishOf } from '../../../shared/demo/restaurant/menu.ts';
import { POS_MESSAGES } from '../../../shared/protocol/outside/posMessages.ts';

const INGREDIENTS: readonly Ingredient[] = [
  ...(['add_on', 'change', 'out_of_order', 'void_before', 'void_cooking', 'void_ticket', 'comp'] as const),
  ...(['transfer', 'split', 'merge', 'rush', 'vip', 'birthday', 'kids_first', 'away', 'refire'] as const),
  ...(['on_call', 'shared', 'three_deep', 'half_and_half', 'allergy', 'late_allergy'] as const),
  ...(['unsaid_allergy', 'seat_named', 'takeout', 'courier', 'eighty_six', 'line_drop'] as const),
];
const SEEDS = Array.from({ length: 40 }, (_, index) => index * 7919);
const full = (seed: number, covers = 120) => planNight({ seed, covers, length: 'full' });

const steps = (plan: NightPlan): Step[] => plan.parties.flatMap((party) => party.steps);

function acts<D extends Act['do']>(plan: NightPlan, what: D): Extract<Act, { do: D }>[] {
  return steps(plan).flatMap(({ act }) => (act.do === what ? [act as Extract<Act, { do: D }>] : []));
}

const tickets = (plan: NightPlan): DemoTicket[] =>
  acts(plan, 'open').map(({ ticket }) => new PosTicket(ticket, Date.UTC(2026, 4, 15, 21)).nextPut());

const added = (plan: NightPlan): DemoItem[] =>
  acts(plan, 'put').flatMap(({ patch }) => [...(patch.add ?? [])]);

describe('a night from its seed', () => {
  test('begins with mains on the line: whoever looks first, at the station of the window, sees food', () => {
    const isThere = (item: DemoItem) =>
      item.course === 2 && dishOf(item.menuItemId ?? '').stations.includes(WINDOW_STATION);
    for (const seed of SEEDS) {
      const plan = planNight({ seed, covers: 120, length: 'full' });
      const here = acts(plan, 'open').filter(({ ticket }) => ticket.openedMsAgo !== undefined);
      const atMains = here.filter(({ ticket }) => ticket.items.every(({ course }) => course !== 1));
      const seen = atMains.filter(({ ticket }) => ticket.items.some(isThere));
      expect({ seed, seen: seen.length >= 2 }).toEqual({ seed, seen: true });
    }
  });

  test.each([
    [120, 'full'],
    [40, 'full'],
    [40, 'hour'],
    [400, 'full'],
  ] as const)('of %i covers (%s) has every ingredient, whatever the seed', (covers, length) => {
    for (const seed of SEEDS) {
      const plan = planNight({ seed, covers, length });
      const has = new Set(plan.parties.flatMap((party) => party.has));
      expect({ seed, missing: INGREDIENTS.filter((one) => !has.has(one)) }).toEqual({ seed, missing: [] });
    }
  });

  test('is the same night again', () => {
    expect(full(42)).toEqual(full(42));
    expect(full(42)).not.toEqual(full(43));
  });

  test('seats exactly the covers it was asked for, the first of them at once', () => {
    for (const covers of [10, 40, 120, 400]) {
      const plan = full(covers, covers);
      expect(plan.parties.reduce((sum, party) => sum + party.covers, 0)).toBe(covers);
    }
    const first = steps(full(3)).filter(({ act, afterMs }) => act.do === 'open' && afterMs < 1000);
    expect(first.length).toBeGreaterThanOrEqual(4);
  });

  test('peaks between half past seven and half past eight', () => {
    const hour = (from: number) =>
      steps(full(5, 400)).filter(
        ({ act, afterMs }) => act.do === 'open' && afterMs >= from * 3.6e6 && afterMs < (from + 1) * 3.6e6,
      ).length;
    expect(hour(2.5)).toBeGreaterThan(hour(0.5));
    expect(hour(2.5)).toBeGreaterThan(hour(4.5));
  });

  test('puts tickets the contract takes, their ids unique through the night', () => {
    for (const seed of SEEDS.slice(0, 8)) {
      const plan = full(seed);
      const all = tickets(plan);
      for (const ticket of all) expect(() => POS_MESSAGES['ticket.put'].parse(ticket)).not.toThrow();
      const ids = all.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const lines = [...all.flatMap(({ items }) => items), ...added(plan)].map(({ id }) => id);
      expect(new Set(lines).size).toBe(lines.length);
    }
  });

  test('has modifiers three deep, half-and-half with changes beneath, and shared dishes', () => {
    const items = tickets(full(9)).flatMap((ticket) => ticket.items);
    expect(Math.max(...items.map(({ modifiers }) => depthOf(modifiers)))).toBeGreaterThanOrEqual(3);
    const halves = items.filter(({ menuItemId }) => menuItemId === 'half-half');
    expect(halves.length).toBeGreaterThan(0);
    for (const { modifiers = [] } of halves) {
      expect(modifiers.filter(({ id }) => id?.startsWith('half-')).length).toBe(2);
      expect(new Set(modifiers.map(({ id }) => id)).size).toBe(modifiers.length);
    }
    expect(items.some(({ seats }) => (seats?.length ?? 0) > 1)).toBe(true);
  });

  test('brings allergies of every severity to a tenth of the tables, two of them late, one unsaid', () => {
    for (const seed of SEEDS.slice(0, 10)) {
      const plan = full(seed);
      const tables = plan.parties.filter(({ table }) => table !== null);
      const allergic = tables.filter(({ has }) => has.includes('allergy'));
      expect(allergic.length).toBe(Math.max(3, Math.round(tables.length / 10)));
      const late = acts(plan, 'put').flatMap(({ patch }) => patch.allergy?.allergy ?? []);
      const guests = tickets(plan).flatMap((ticket) => ticket.guests ?? []);
      const said = [...late, ...guests.flatMap(({ allergies = [] }) => allergies)];
      const severities = new Set(said.map(({ severity = 'unknown' }) => severity));
      expect([...severities].sort()).toEqual(['allergy', 'anaphylaxis', 'diet', 'intolerance', 'unknown']);
      const why = (what: Ingredient) => steps(plan).filter((step) => step.why === what).length;
      expect([why('late_allergy'), why('unsaid_allergy')]).toEqual([2, 1]);
    }
  });

  test('nobody orders what is sold out', () => {
    const absences = absencesOf('full');
    for (const { parties } of SEEDS.slice(0, 10).map((seed) => full(seed, 300))) {
      for (const { act, afterMs } of parties.flatMap((party) => party.steps)) {
        if (act.do !== 'open') continue;
        const off = absences.filter(({ fromMs, untilMs }) => afterMs >= fromMs && afterMs < untilMs);
        const ordered = act.ticket.items.map(({ menuItemId }) => menuItemId);
        expect(off.filter(({ dish }) => ordered.includes(dish))).toEqual([]);
      }
    }
  });
});
