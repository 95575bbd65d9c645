import { useEffect } from 'react';

/** Acts once nobody has touched the glass for so long. `isOn` false: waits for nothing. */
export function useLeftAlone(isOn: boolean, ms: number, act: () => void): void {
  useEffect(() => {
    if (!isOn) return undefined;
    let timer = setTimeout(act, ms);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(act, ms);
    };
    window.addEventListener('pointerdown', again, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', again, true);
    };
  }, [isOn, ms, act]);
}
