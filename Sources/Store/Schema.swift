import Foundation
import GRDB

/// The tables of a store and the migrations that made them; shipped ones never change.
enum Schema {
  /// The version that this program writes, kept in SQLite's `user_version`.
  ///
  /// The first with the log's form frozen: what comes later brings a store of this one up to itself.
  static let version = 12

  /// Brings a store up to this program's version.
  ///
  /// - Throws: `StoreFault.newerProgram` for a store of a later version, which stays untouched.
  static func migrate(_ db: Database) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found <= version else { throw StoreFault.newerProgram }
    // Forms of the log from before it was frozen are not read.
    guard found == 0 || found == version else { throw StoreFault.trialVersion }
    if found == 0 {
      try db.execute(sql: log)
      try createProjections(db)
      try db.execute(sql: drafts)
    }
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// Does what changes much in one transaction with room for it, so that it does not go through the
  /// disk piece by piece.
  static func largely<T>(_ db: Database, _ body: () throws -> T) throws -> T {
    try db.execute(sql: "PRAGMA cache_size = -65536")
    defer { try? db.execute(sql: "PRAGMA cache_size = \(cacheSize); PRAGMA shrink_memory") }
    return try body()
  }

  /// What a connection keeps of the file in memory, as SQLite counts it: 2 MB.
  static let cacheSize = -2000

  /// The log: append-only by trigger.
  private static let log = """
    CREATE TABLE meta (
      key TEXT PRIMARY KEY NOT NULL,
      value ANY NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE entry (
      position INTEGER PRIMARY KEY CHECK (position > 0),
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
      stream TEXT NOT NULL,
      parents BLOB NOT NULL CHECK (length(parents) % 32 = 0 AND length(parents) <= 2048),
      previous BLOB CHECK (length(previous) = 32),
      author TEXT NOT NULL,
      device TEXT NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
      time INTEGER NOT NULL,
      arrived INTEGER NOT NULL,
      kind TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      room TEXT,
      key BLOB CHECK (length(key) = 32),
      files BLOB NOT NULL CHECK (length(files) % 40 = 0),
      seen BLOB NOT NULL CHECK (length(seen) % 48 = 0),
      body BLOB NOT NULL,
      given_up BLOB CHECK (given_up IS NULL
        OR length(given_up) = 32 AND length(body) = 0 AND room IS NOT NULL),
      signature BLOB NOT NULL CHECK (length(signature) = 64),
      chain BLOB NOT NULL CHECK (length(chain) = 32)
    ) STRICT;
    CREATE INDEX entry_stream ON entry (stream, position);
    CREATE INDEX entry_device ON entry (device, position);
    CREATE INDEX entry_number ON entry (device, number);
    CREATE INDEX entry_previous ON entry (previous);
    CREATE INDEX entry_room ON entry (room, stream);
    CREATE INDEX entry_author ON entry (author, position);
    CREATE INDEX entry_paper ON entry (position) WHERE kind = 'paperKept';
    CREATE TRIGGER entry_keeps_update BEFORE UPDATE OF position, id, stream, parents, previous, author,
      device, number, time, arrived, kind, version, room, key, files, seen, signature, chain ON entry
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER entry_keeps_body BEFORE UPDATE OF body, given_up ON entry
    WHEN (old.given_up IS NULL) = (new.given_up IS NULL)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER entry_keeps_delete BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    """

  /// Unfinished sheets, with how far was read, and forms: outside the log, overwritten in place.
  private static let drafts = """
    CREATE TABLE draft (
      dossier TEXT NOT NULL,
      person TEXT NOT NULL,
      slot TEXT NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (dossier, person, slot)
    ) STRICT;
    CREATE TABLE progress (
      dossier TEXT NOT NULL,
      person TEXT NOT NULL,
      marked INTEGER NOT NULL,
      PRIMARY KEY (dossier, person)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE unfinished (
      person TEXT NOT NULL,
      slot INTEGER NOT NULL,
      sealed BLOB NOT NULL,
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      PRIMARY KEY (person, slot)
    ) STRICT;
    """

  /// The tables made from the log, in the order in which they can be dropped.
  static let projections = [
    "person", "tally", "dossier", "duty", "waiting", "term", "letter", "number", "seat", "gram",
    "wrapped",
    "owed",
  ]

  /// Makes the projections, empty.
  static func createProjections(_ db: Database) throws {
    try createTables(db)
    try createIndexes(db)
  }

  /// Makes the projections with what keeps them alone, not what lists are read by.
  ///
  /// `by_due` and `by_report` are what lists are ordered by: the day, or `~` where there is none.
  static func createTables(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE person (
          id TEXT PRIMARY KEY NOT NULL,
          name TEXT NOT NULL,
          standing TEXT NOT NULL,
          profile TEXT NOT NULL,
          keyed INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE dossier (
          id TEXT PRIMARY KEY NOT NULL,
          name TEXT NOT NULL,
          district TEXT NOT NULL,
          industry TEXT NOT NULL,
          encouraged INTEGER NOT NULL,
          stage TEXT NOT NULL,
          stage_order INTEGER NOT NULL,
          due TEXT,
          panel TEXT,
          on_site_panel TEXT,
          assigned INTEGER NOT NULL,
          handed_in INTEGER NOT NULL,
          year INTEGER NOT NULL,
          tier INTEGER,
          total INTEGER,
          list_number TEXT,
          report_due TEXT,
          place_until TEXT,
          destroyed TEXT,
          by_due TEXT NOT NULL,
          by_report TEXT NOT NULL,
          woven INTEGER NOT NULL,
          application TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE tally (
          year INTEGER NOT NULL,
          stage TEXT NOT NULL,
          district TEXT NOT NULL,
          stage_order INTEGER NOT NULL,
          n INTEGER NOT NULL,
          PRIMARY KEY (year, stage, district)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER tally_more AFTER INSERT ON dossier BEGIN
          INSERT INTO tally VALUES (new.year, new.stage, new.district, new.stage_order, 1)
          ON CONFLICT (year, stage, district) DO UPDATE SET n = n + 1;
        END;
        CREATE TRIGGER tally_moved AFTER UPDATE OF year, stage, district ON dossier
        WHEN (old.year, old.stage, old.district) <> (new.year, new.stage, new.district) BEGIN
          UPDATE tally SET n = n - 1
          WHERE (year, stage, district) = (old.year, old.stage, old.district);
          DELETE FROM tally
          WHERE (year, stage, district) = (old.year, old.stage, old.district) AND n = 0;
          INSERT INTO tally VALUES (new.year, new.stage, new.district, new.stage_order, 1)
          ON CONFLICT (year, stage, district) DO UPDATE SET n = n + 1;
        END;
        CREATE TRIGGER tally_less AFTER DELETE ON dossier BEGIN
          UPDATE tally SET n = n - 1
          WHERE (year, stage, district) = (old.year, old.stage, old.district);
          DELETE FROM tally
          WHERE (year, stage, district) = (old.year, old.stage, old.district) AND n = 0;
        END;
        CREATE TABLE term (
          dossier TEXT NOT NULL,
          number INTEGER NOT NULL,
          kind TEXT NOT NULL,
          since TEXT NOT NULL,
          until TEXT NOT NULL,
          provisional INTEGER NOT NULL,
          notice TEXT,
          PRIMARY KEY (dossier, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE letter (
          dossier TEXT NOT NULL,
          place INTEGER NOT NULL,
          kind TEXT NOT NULL,
          number TEXT,
          sent TEXT,
          PRIMARY KEY (dossier, place)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE number (
          dossier TEXT NOT NULL,
          place INTEGER NOT NULL,
          number TEXT NOT NULL,
          use TEXT NOT NULL,
          day TEXT NOT NULL,
          series TEXT,
          ordinal INTEGER,
          PRIMARY KEY (dossier, place)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE duty (
          dossier TEXT NOT NULL,
          holder TEXT NOT NULL,
          kind TEXT NOT NULL,
          due TEXT,
          opens TEXT NOT NULL,
          closes TEXT NOT NULL,
          PRIMARY KEY (dossier, holder, kind)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE waiting (
          holder TEXT NOT NULL,
          dossier TEXT NOT NULL,
          by_due TEXT NOT NULL,
          stage_order INTEGER NOT NULL,
          name TEXT NOT NULL,
          opens TEXT NOT NULL,
          closes TEXT NOT NULL,
          PRIMARY KEY (holder, dossier, opens)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX waiting_dossier ON waiting (dossier);
        CREATE TABLE seat (
          dossier TEXT NOT NULL,
          person TEXT NOT NULL,
          PRIMARY KEY (person, dossier)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX seat_dossier ON seat (dossier);
        CREATE TABLE gram (
          gram TEXT NOT NULL,
          dossier TEXT NOT NULL,
          PRIMARY KEY (gram, dossier)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE wrapped (
          scope TEXT NOT NULL,
          reader TEXT NOT NULL,
          dossier TEXT,
          PRIMARY KEY (scope, reader)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE owed (
          scope TEXT NOT NULL,
          reader TEXT NOT NULL,
          dossier TEXT,
          PRIMARY KEY (scope, reader)
        ) STRICT, WITHOUT ROWID;
        """)
  }

  /// What lists are read by: one that is read in an order has an index in that order.
  static func createIndexes(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE INDEX dossier_due ON dossier (by_due, stage_order, id);
        CREATE INDEX dossier_name ON dossier (name, id);
        CREATE INDEX dossier_stage ON dossier (stage_order, id);
        CREATE INDEX dossier_stage_due ON dossier (stage_order, by_due, id);
        CREATE INDEX dossier_stage_name ON dossier (stage_order, name, id);
        CREATE INDEX dossier_report ON dossier (by_report, stage_order, id)
        WHERE stage IN ('cultivation', 'revoked');
        CREATE INDEX dossier_district ON dossier (district, id);
        CREATE INDEX dossier_woven ON dossier (id) WHERE woven = 1;
        CREATE INDEX dossier_year ON dossier (year, id);
        CREATE INDEX dossier_destroyed ON dossier (id) WHERE destroyed IS NOT NULL;
        CREATE INDEX dossier_panel ON dossier (panel, stage_order, assigned, handed_in);
        CREATE INDEX dossier_on_site ON dossier (on_site_panel, stage_order, assigned, handed_in);
        CREATE INDEX waiting_due ON waiting (holder, by_due, stage_order, dossier, opens, closes);
        CREATE INDEX waiting_name ON waiting (holder, name, dossier, opens, closes);
        CREATE INDEX waiting_stage ON waiting (holder, stage_order, dossier, opens, closes);
        CREATE INDEX term_until ON term (until, dossier, number, kind);
        CREATE INDEX term_kind ON term (kind, until, dossier, number);
        CREATE INDEX term_provisional ON term (provisional, dossier);
        CREATE INDEX letter_order ON letter (sent IS NOT NULL, sent DESC, dossier, place);
        CREATE INDEX number_text ON number (number);
        CREATE INDEX number_series ON number (series, ordinal);
        CREATE INDEX wrapped_reader ON wrapped (reader);
        CREATE INDEX owed_reader ON owed (reader);
        """)
  }
}
