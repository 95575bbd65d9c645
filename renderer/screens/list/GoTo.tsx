import { Press } from '../../ui/press/Press.tsx';
import footer from '../board/footer/Footer.module.css';

/** To another screen of the house: one press. */
export function GoTo({ path, words }: { path: string; words: string }) {
  return (
    <Press
      zone={`go:${path}`}
      testId={`go-${path.split(/[/=]/u).at(-1)}`}
      className={footer.button}
      act={() => window.location.assign(path)}
    >
      {words}
    </Press>
  );
}
