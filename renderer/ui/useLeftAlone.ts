import { useEffect } from 'react';

/** Acts once nobody has touched the glass or a key for so long. `isOn` false: waits for nothing. */
export function useLeftAlone(isOn: boolean, ms: number, act: () => void): void {
  useEffect(() => {
    if (!isOn) return undefined;
    let timer = setTimeout(act, ms);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(act, ms);
    };
    window.addEventListener('pointerdown', again, true);
    window.addEventListener('keydown', again, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', again, true);
      window.removeEventListener('keydown', again, true);
    };
  }, [isOn, ms, act]);
}
