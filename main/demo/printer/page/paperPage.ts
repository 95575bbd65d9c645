/** The paper as it comes out, newest first, and what a person can do to the printer. Everything shown comes from `/look`. */
export const PAPER_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Demo printer</title>
<style>
  :root { color-scheme: light; }
  body { margin: 0; background: #d9d6cf; color: #1c1a17; font: 16px/1.4 system-ui, sans-serif; }
  header { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 12px 16px; background: #1c1a17; color: #fff; }
  header p { margin: 0 16px 0 0; font-weight: 600; }
  button { min-height: 44px; padding: 0 14px; border: 0; border-radius: 6px; background: #fff; color: #1c1a17; font: inherit; }
  main { display: flex; flex-direction: column; align-items: center; gap: 20px; padding: 20px; }
  figure { margin: 0; background: #fff; box-shadow: 0 1px 6px #0004; }
  figure img { display: block; width: 400px; max-width: 90vw; }
  figcaption { padding: 6px 12px; font-size: 14px; }
  .error { background: #7a0012; color: #fff; }
  pre { margin: 0; padding: 12px; font: 13px/1.3 ui-monospace, monospace; }
</style>
<header><p id="state" role="status">...</p>
  <button data-wish='{"paper":"out"}'>Pull the paper</button>
  <button data-wish='{"paper":"near"}'>Paper near its end</button>
  <button data-wish='{"paper":"in"}'>New paper</button>
  <button data-wish='{"isCoverOpen":true}'>Open the cover</button>
  <button data-wish='{"isCoverOpen":false}'>Close the cover</button>
  <button data-wish='{"power":"off"}'>Power off</button>
  <button data-wish='{"power":"on"}'>Power on</button>
</header>
<main id="paper"></main>
<script>
  const paper = document.getElementById('paper');
  const state = document.getElementById('state');
  const shown = new Set();
  const torn = document.createElement('figure');
  torn.append(document.createElement('pre'));
  for (const button of document.querySelectorAll('button')) {
    button.onclick = () => fetch('/control', { method: 'POST', headers: { 'content-type': 'application/json' }, body: button.dataset.wish }).then(refresh);
  }
  function show(chit) {
    const figure = document.createElement('figure');
    const image = document.createElement('img');
    image.src = '/chits/' + chit.number + '.png';
    image.alt = chit.text;
    const caption = document.createElement('figcaption');
    caption.textContent = '#' + chit.number + '  ' + new Date(chit.at).toLocaleTimeString();
    figure.append(image, caption);
    if (chit.errors.length > 0) {
      const errors = document.createElement('figcaption');
      errors.className = 'error';
      errors.textContent = chit.errors.join('; ');
      figure.append(errors);
    }
    paper.prepend(figure);
  }
  async function refresh() {
    let look;
    try { look = await (await fetch('/look')).json(); } catch { state.textContent = 'The demo has ended.'; return; }
    const said = [look.isOn ? 'On' : 'No power', 'paper: ' + look.paper];
    if (look.isCoverOpen) said.push('cover open');
    if (look.waiting > 0) said.push(look.waiting + ' bytes wait');
    state.textContent = said.join(', ');
    torn.remove();
    for (const chit of look.chits) if (!shown.has(chit.number)) { shown.add(chit.number); show(chit); }
    if (look.uncut !== '') { torn.firstChild.textContent = look.uncut; paper.prepend(torn); }
  }
  refresh();
  setInterval(refresh, 700);
</script>
</html>
`;
