type PrinterProblemCode =
  | 'printer_id_twice'
  | 'printer_name_twice'
  | 'unknown_printer'
  | 'failover_self'
  | 'printer_at_device'
  | 'device_printer_twice'
  | 'chit_before_amber';

type FloorProblemCode =
  | 'floor_name_twice'
  | 'unknown_room'
  | 'unknown_section'
  | 'unknown_table'
  | 'seats_below';

/** Said to people under `setup.problem.CODE` with `values`. */
export type ConfigProblemCode =
  | 'invalid'
  | 'station_id_twice'
  | 'station_name_twice'
  | 'station_id_reserved'
  | 'station_has_food'
  | 'no_open_station'
  | 'unknown_station'
  | 'stand_in_self'
  | 'neighbour_self'
  | 'stand_in_closed'
  | 'soon_before_late'
  | 'rule_unreached'
  | 'dish_without_station'
  | PrinterProblemCode
  | FloorProblemCode;

export interface ConfigProblem {
  /** Where in the document, `stations.1.standIn`. */
  readonly path: string;
  readonly code: ConfigProblemCode;
  readonly values: Readonly<Record<string, string>>;
  /** Said and not refused: the house works, though perhaps not as meant. */
  readonly isWarning?: true;
}
