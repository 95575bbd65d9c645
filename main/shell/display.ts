/**
 * Whether a window would be seen here. Over ssh and in CI it would open before nobody, or slowly on a screen somewhere else; Linux tells by
 * these two variables whether there is a screen at all.
 */
export function hasDisplay(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  const isCi = Boolean(env.CI) && env.CI !== 'false' && env.CI !== '0';
  if (isCi || env.SSH_CONNECTION || env.SSH_TTY) return false;
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
