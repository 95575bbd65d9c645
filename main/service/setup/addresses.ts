import { networkInterfaces } from 'node:os';

/** Addresses under which other devices of the house may reach this one, for people to choose from: names first, then its networks. */
export function deviceAddresses(port: number, hosts: readonly string[]): string[] {
  const networks = Object.values(networkInterfaces())
    .flat()
    .flatMap((face) => (face && !face.internal && face.family === 'IPv4' ? [face.address] : []));
  return [...new Set([...hosts, ...networks])].map((host) => `http://${host}:${port}`);
}
