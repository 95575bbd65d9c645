import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { PictureId } from '../../../shared/config/floor.ts';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { floorPictureUrl } from '../../../shared/protocol/floorPicture.ts';
import { refusal } from '../../../shared/protocol/outside/answer.ts';
import { dropPictureFiles, keepPictureFile, readPictureFile } from '../../store/pictureFiles.ts';
import { FOR_GOOD } from '../floorPictures.ts';

/** A megabyte over bad Wi-Fi; the plan stands without it meanwhile. */
const PATIENCE_MS = 20_000;

export interface StationPicturesDeps {
  readonly dataDir: string;
  readonly hubUrl: () => string;
  readonly token: string;
  readonly log: Logger;
}

/**
 * The pictures behind the floor plan at a station: fetched from the hub with the station's token as soon as a room names them, and kept for
 * the time without a hub.
 */
export class StationPictures {
  private readonly deps: StationPicturesDeps;
  private readonly fetching = new Map<PictureId, Promise<void>>();
  private looked: HouseConfig | null = null;

  constructor(deps: StationPicturesDeps) {
    this.deps = deps;
  }

  /** The configuration in force: what its rooms show is fetched, and what none shows goes. */
  look(config: HouseConfig): void {
    if (config === this.looked) return;
    this.looked = config;
    const shown = picturesOf(config);
    dropPictureFiles(this.deps.dataDir, new Set(shown));
    for (const id of shown) void this.fetched(id);
  }

  /** The hub is there again: what it could not give is asked for once more. */
  lookAgain(): void {
    if (this.looked !== null) for (const id of picturesOf(this.looked)) void this.fetched(id);
  }

  add(app: FastifyInstance): void {
    app.get<{ Params: { id: string } }>('/api/floor/pictures/:id', async (request, reply) => {
      const id = PictureId.safeParse(request.params.id);
      // Only what a room shows: a page must not make this device fetch and keep whatever it names.
      if (id.success && this.looked !== null && picturesOf(this.looked).includes(id.data)) {
        await this.fetched(id.data);
        const picture = readPictureFile(this.deps.dataDir, id.data);
        if (picture !== null)
          return reply.header('cache-control', FOR_GOOD).type(picture.type).send(picture.bytes);
      }
      void reply.header('cache-control', 'no-store');
      return reply.code(404).send(refusal('not_found', 'There is no such picture.'));
    });
  }

  private fetched(id: PictureId): Promise<void> {
    if (readPictureFile(this.deps.dataDir, id) !== null) return Promise.resolve();
    const known = this.fetching.get(id);
    if (known !== undefined) return known;
    const work = this.fetch(id).finally(() => this.fetching.delete(id));
    this.fetching.set(id, work);
    return work;
  }

  private async fetch(id: PictureId): Promise<void> {
    const { dataDir, hubUrl, token, log } = this.deps;
    try {
      const answer = await fetch(`${hubUrl()}${floorPictureUrl(id)}`, {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(PATIENCE_MS),
        redirect: 'error',
      });
      if (!answer.ok) throw new Error(`the hub answered ${answer.status}`);
      if (!keepPictureFile(dataDir, id, new Uint8Array(await answer.arrayBuffer())))
        throw new Error('the hub answered something else');
    } catch (error) {
      log.info(
        { id, why: String(error) },
        'a picture of the floor could not be fetched; the plan stands without',
      );
    }
  }
}

function picturesOf({ floor }: HouseConfig): PictureId[] {
  return [...new Set(floor.rooms.flatMap(({ picture }) => picture ?? []))];
}
