/** The change of a hub: on a standby's screen, and on the hub that was replaced. */
export const fenced = {
  title: 'THIS IS NOT THE HUB ANY MORE',
  why: 'Since {{time}} it knows that another device has taken over, and it takes nothing. Nothing of it is lost. Work on the new hub:',
  tail: 'What the new hub did not know when it began',
  tailWhy:
    'Tickets of the POS come back by themselves. Look for each on the new hub, and key in what is missing there.',
  tailUnknown: 'Looking at what the new hub knows. This stands here when it is known.',
  tailEmpty: 'Nothing: the new hub knows all of it.',
  table: 'table {{table}}',
  code: 'The new hub’s address as a QR code',
  join: 'Use this device again',
  joinWhy:
    'It can be a station of the new hub. What it held as the hub is kept here, and the list above stays on its screen until somebody says that it is keyed in.',
  joinElsewhere: 'On the device itself, this page has a button that makes it a station of the new hub.',
  joinOffer: 'MAKE THIS A STATION',
  joinQuestion: 'Make this device a station of the new hub?',
  joinWhich: 'Which station is it?',
  joinYes: 'YES, MAKE IT A STATION',
  joinNo: 'NO, LEAVE IT',
  joinWorking: 'Asking the new hub. The board comes by itself.',
  joinAway: 'The new hub does not answer. Check that it is on and on this network, then press again.',
  joinRefused:
    'The new hub does not know this device: it holds another key. Make a token there and start this device with --join.',
  joinFailed: 'It did not work. Press again, or look into the log of this device.',
  did: {
    received: 'came in here',
    changed: 'changed',
    voided: 'voided',
    allergy: 'allergy',
    fired: 'fired',
    held: 'held',
    moved: 'moved',
    refired: 'refired',
    bumped: 'bumped',
    recalled: 'recalled',
    run: 'run',
    rushed: 'rush',
    handed: 'packed or handed over',
  },
  house: {
    eightySix: '86 or a count was changed',
    table: 'A table was set away or back',
    check: 'The POS said something about checks',
    config: 'The set-up was changed',
  },
};

/** On a station that was the hub: what only it knew. */
export const formerHub = {
  line_one: '{{count}} THING OF THE OLD HUB TO KEY IN',
  line_other: '{{count}} THINGS OF THE OLD HUB TO KEY IN',
  title: 'What this device knew as the hub',
  why: 'It was the hub until {{time}}. The new hub did not know this when it began.',
  nothing: 'Nothing is left to key in.',
  unreadable: 'It cannot be read here. The data is kept in {{folder}}.',
  back: 'TO THE BOARD',
  done: 'ALL OF IT IS KEYED IN',
  doneQuestion: 'Does all of it stand on the new hub? The list goes from this screen for good.',
  doneYes: 'YES, IT IS KEYED IN',
  doneNo: 'NO, NOT YET',
  doneWorking: 'One moment',
  doneFailed: 'It could not be written down. Press again, or look into the log of this device.',
};

export const promote = {
  offer: 'MAKE THIS THE HUB',
  offerWhy: 'This device holds everything up to {{time}}.',
  question: 'Is the old hub off? Unplug it.',
  questionWhy:
    'Two hubs would cook everything twice. This device goes on with all up to {{time}}. What came after stands on the old hub; the POS sends its open tickets again.',
  yes: 'IT IS OFF: MAKE THIS THE HUB',
  no: 'NO, WAIT',
  working: 'This device becomes the hub',
  workingWhy: 'It takes some seconds. Open screens and the POS come by themselves.',
  done: 'THIS IS THE HUB NOW',
  doneWhy:
    'Screens that stayed open come by themselves. One that was loaded anew finds it here; the code is good for 10 minutes and one screen.',
  close: 'TO THE BOARD',
  failed: 'It did not work',
  failedWhy: 'Try again, or look into the log of this device.',
  obstacle: {
    not_standby: 'This device is not marked as a standby.',
    nothing_copied: 'This device has not copied anything from the hub yet.',
    catching_up: 'This device has never held everything the hub has.',
    other_build:
      'This device runs another version of Heard than the hub did. Bring it to the same one first.',
    no_key: 'The key to guests’ names is missing here, or another house’s lies in its place.',
  },
};

/** In set-up, under Screens. */
export const standbys = {
  title: 'Standby',
  why: 'A device that runs Heard as a station can hold all that the hub has. If the hub is lost, one tap there makes it the hub.',
  none: 'No device has joined as a station yet. README.md says how.',
  mark: 'STAND BY',
  unmark: 'NO STANDBY',
  marked: 'Standby from the next save on',
  state: {
    ready: 'Holds everything',
    catching_up: 'Catching up',
    other_build: 'Other version: it cannot take over until it is updated',
    away: 'Not connected',
  },
};
