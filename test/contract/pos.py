"""A POS in another language: python3-socketio as Debian ships it. Arguments: address, two tokens of scope pos, transport."""
import datetime
import json
import sys
import threading

import socketio

url, token, other_token, transport = sys.argv[1:5]


refused = []


def connect(secret, patience=10):
    client = socketio.Client(reconnection=False)
    said = []
    heard = threading.Condition()

    @client.on('feed', namespace='/pos')
    def on_feed(message):
        with heard:
            said.append(message)
            heard.notify_all()

    @client.on('connect_error', namespace='/pos')
    def on_refused(why):
        refused.append(why['message'])

    client.connect(url, auth={'token': secret}, namespaces=['/pos'], transports=[transport], wait_timeout=patience)

    def call(event, argument):
        return client.call(event, argument, namespace='/pos', timeout=10)

    def hears(kind):
        with heard:
            found = heard.wait_for(lambda: [m for m in said if m['type'] == kind and m['ticket'] == about], timeout=10)
            assert found, f'{kind} not heard: {[m["type"] for m in said]}'
            return found[0]

    return client, call, hears, said


opened = datetime.datetime.now(datetime.timezone.utc).isoformat()
ticket = {'source': 'python', 'id': f'täble-{transport}', 'number': '7', 'channel': 'dine_in', 'openedAt': opened,
          'items': [{'id': 'a', 'name': 'Soup', 'quantity': 1, 'course': 1},
                    {'id': 'b', 'name': 'Ribeye', 'quantity': 2, 'course': 2}]}
about = {'source': ticket['source'], 'id': ticket['id']}

try:
    connect('wrong', patience=2)
    raise SystemExit('a wrong token was let in')
except socketio.exceptions.ConnectionError:
    assert refused == ['unauthorized'], refused

client, call, hears, said = connect(token)
answer = call('ticket.put', ticket)
assert answer['ok'] and answer['result'] == 'applied' and answer['id'] == ticket['id'], answer
assert call('ticket.put', ticket)['result'] == 'duplicate'
bad = call('ticket.put', {**ticket, 'openedAt': '2026-05-01T19:30:00'})
assert bad['error']['code'] == 'invalid' and bad['error']['fields'][0]['path'] == 'openedAt', bad

answer = call('feed.resume', {'after': 0})
assert answer['ok'], answer
received = hears('ticket.received')
assert call('course.fire', {**about, 'course': 2, 'key': 'k1'})['result'] == 'applied'
while not any(m['type'] == 'course.fired' and m['ticket'] == about and m['course'] == 2 for m in said):
    client.sleep(0.05)
last = said[-1]['seq']
assert call('feed.ack', {'seq': last})['seq'] == last
client.disconnect()

client, call, hears, said = connect(token)
assert call('course.fire', {**about, 'course': 2, 'key': 'k1'})['result'] == 'duplicate'
assert call('feed.resume', {})['seq'] == last
assert call('ticket.void', {**about, 'reason': 'left'})['result'] == 'applied'
voided = hears('item.voided')
assert voided['seq'] > last and voided['item']['id'] in ('a', 'b'), voided
assert all(m['seq'] > last for m in said), said
client.disconnect()

client, call, hears, said = connect(other_token)
assert call('feed.resume', {})['ok']
assert hears('ticket.received')['id'] == received['id']
client.disconnect()
print(json.dumps({'passed': True}))
