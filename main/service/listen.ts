import type { Server } from 'node:http';
import { Complaint } from './complaint.ts';

/** Listens and says on which port. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => reject(complaintOf(error, host, port));
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function complaintOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Complaint(`Port ${port} of ${host} is in use by another program; name another with --port.`);
    case 'EACCES':
      return new Complaint(`This user may not listen on port ${port}; name one above 1023 with --port.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new Complaint(`${host} is not an address of this device; name another with --host.`);
    default:
      return error;
  }
}
