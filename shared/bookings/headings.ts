import type { BookingField } from './bookingFields.ts';
import { plainWords } from './plainWords.ts';

/**
 * Headings of bookings files, as `plainWords` leaves them: what OpenTable, Resy, SevenRooms, TheFork and the like call their columns and
 * fields, and what people write over lists of their own in English, Spanish and French.
 */
const HEADINGS: Readonly<Record<BookingField, string>> = {
  when: 'date time, datetime, date and time, scheduled time, reservation time local, visit date time, real datetime of slot, starts at, start, fecha y hora, date et heure, at, when, cuando, quand',
  date: 'date, visit date, reservation date, booking date, day, shift date, scheduled date, fecha, fecha reserva, fecha de reserva, fecha de la reserva, dia, date de reservation, date reservation, jour',
  time: 'time, visit time, reservation time, booking time, arrival time, seating time, hora, hora reserva, hora de reserva, hora de llegada, heure, heure de reservation, heure d arrivee',
  name: 'name, guest, guest name, client, client name, customer, customer name, full name, diner, booker, contact, reservation name, nombre y apellidos, nombre completo, cliente, titular, nom complet, nom du client, who, quien, qui, nom et prenom, nom prenom, reservation au nom de',
  firstName: 'first name, firstname, given name, forename, nombre, prenom',
  lastName:
    'last name, lastname, surname, family name, apellido, apellidos, primer apellido, nom, nom de famille',
  covers:
    'covers, party size, party, size, guests, number of guests, no of guests, # guests, pax, people, persons, seats, max guests, head count, comensales, personas, cubiertos, num personas, numero de personas, couverts, nombre de couverts, nombre de personnes, personnes, nb couverts, nb personnes, nb pers, convives',
  phone:
    'phone, phone number, telephone, mobile, mobile phone, cell, cell phone, contact number, tel, telefono, movil, telefono movil, portable, numero de telephone',
  email:
    'email, e mail, email address, mail, correo, correo electronico, courriel, adresse email, adresse e mail',
  consent:
    'consent, guest consent, consent given, data consent, gdpr consent, may be remembered, consentimiento, consentimiento de datos, consentement',
  tables:
    'table, tables, table number, table numbers, table no, table assigned, assigned table, seated table, mesa, mesas, numero de mesa, numero de table, n de table',
  notes:
    'kitchen notes, notes for the kitchen, food notes, food and drink notes, notes food and drink, notas de cocina, nota de cocina, notes de cuisine, note cuisine',
  guestNotes:
    'notes, note, guest notes, guest request, guest requests, special request, special requests, client requests, reservation notes, visit notes, venue notes, comments, comment, requests, private notes, notas, nota, observaciones, comentarios, comentario, peticiones, peticion especial, commentaire, commentaires, commentaire client, remarque, remarques, demandes, demande speciale',
  allergies:
    'allergies, allergy, allergens, allergen, dietary, dietary restrictions, dietary requirements, dietary preferences, diet, food allergies, alergias, alergia, alergenos, intolerancias, alergias e intolerancias, restricciones alimentarias, dieta, allergenes, allergene, regime, regime alimentaire, allergies et intolerances, intolerances',
  vip: 'vip, is vip',
  occasion: 'occasion, special occasion, celebration, ocasion, ocasion especial, celebracion, evenement',
  tags: 'tags, visit tags, guest tags, reservation tags, tag, labels, codes, etiquetas, etiquettes',
  server: 'server, waiter, server name, camarero, camarera, mesero, serveur, serveuse',
  minutes:
    'duration, duration minutes, duration min, turn time, expected duration, minutes, duracion, duracion minutos, duree, duree minutes',
  state:
    'status, state, reservation status, booking status, visit status, status simple, estado, statut, etat',
  id: 'id, confirmation, confirmation #, confirmation number, confirmation id, confirmation code, reservation id, booking id, reservation number, booking number, reference, reference code, ref, booking reference, external id, localizador, numero de reserva, id reserva, referencia, numero de reservation, n de reservation, n reservation, reference de reservation',
};

/** Beside one of these words a heading means another day or person than the booking's. */
const NOT_IT =
  /\b(created?|creation|updated?|modified|birth|birthday|cancelled|canceled|seated time|done|left|creada?|creado|modificad[ao]|nacimiento|cree|creee|modifie|naissance|company|empresa|societe|marketing|newsletter)\b/u;

/** Longest first, so that "guest notes" is not taken for "guest". */
const KNOWN = Object.entries(HEADINGS)
  .flatMap(([field, list]) =>
    list.split(',').map((words) => ({ field: field as BookingField, words: plainWords(words) })),
  )
  .sort((a, b) => b.words.length - a.words.length);

/** `whole`: the heading is one we know; else a known one is part of it. null: it says nothing to us. */
export function readHeading(heading: string): { field: BookingField; isWhole: boolean } | null {
  const words = plainWords(heading);
  if (words === '' || NOT_IT.test(words)) return null;
  const whole = KNOWN.find((known) => known.words === words);
  if (whole) return { field: whole.field, isWhole: true };
  const part = KNOWN.find((known) => known.words.length > 2 && ` ${words} `.includes(` ${known.words} `));
  return part ? { field: part.field, isWhole: false } : null;
}
