/** Everything that has a look and no logic, in the order in which it must stand. */
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '../theme/themes.css';
import '../theme/tokens.css';
import '../theme/base.css';
