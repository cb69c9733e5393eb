/** Version 1: articles and their versions, statements, speakers, corrections, search, near-duplicates, inputs. */

export const record = `
CREATE TABLE publisher (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

-- One source text, whatever becomes of it: its identity is its address, its id in a corpus, its path or its words.
CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  identity TEXT NOT NULL UNIQUE,
  duplicate_of INTEGER REFERENCES article(id),
  similarity REAL,
  added_at TEXT NOT NULL
);
CREATE INDEX article_duplicate ON article(duplicate_of) WHERE duplicate_of IS NOT NULL;

CREATE TABLE version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES article(id),
  n INTEGER NOT NULL,
  current INTEGER NOT NULL,
  name TEXT NOT NULL,
  article_key TEXT NOT NULL,
  title TEXT, byline TEXT, publisher INTEGER REFERENCES publisher(id), url TEXT,
  published TEXT, modified TEXT, language TEXT,
  words INTEGER NOT NULL,
  text_sha BLOB NOT NULL,
  minhash BLOB,
  body BLOB NOT NULL,
  reading BLOB,
  sha BLOB NOT NULL,
  engine TEXT,
  added_at TEXT NOT NULL,
  UNIQUE (article, n)
);
CREATE INDEX version_text ON version(text_sha);
CREATE INDEX version_key ON version(article_key);
CREATE INDEX version_current ON version(article) WHERE current = 1;
CREATE INDEX version_date ON version(coalesce(published, '')) WHERE current = 1;
CREATE INDEX version_engine ON version(engine) WHERE current = 1;

-- Near-duplicates: bands of MinHash signatures (locality-sensitive hashing).
CREATE TABLE band (
  hash INTEGER NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (hash, version)
) WITHOUT ROWID;

-- Speakers across articles, the names and roles under which they are found, and who they are in each article.
CREATE TABLE speaker (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  type TEXT NOT NULL
);
CREATE TABLE speaker_name (
  speaker INTEGER NOT NULL REFERENCES speaker(id),
  kind TEXT NOT NULL CHECK (kind IN ('name', 'alias', 'role')),
  name TEXT NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (speaker, kind, name)
) WITHOUT ROWID;
CREATE TABLE speaker_word (
  word TEXT NOT NULL,
  kind TEXT NOT NULL,
  speaker INTEGER NOT NULL,
  PRIMARY KEY (word, kind, speaker)
) WITHOUT ROWID;
CREATE TABLE speaker_key (
  key TEXT NOT NULL,
  speaker INTEGER NOT NULL,
  PRIMARY KEY (key, speaker)
) WITHOUT ROWID;
CREATE TABLE member (
  version INTEGER NOT NULL REFERENCES version(id),
  local TEXT NOT NULL,
  speaker INTEGER NOT NULL REFERENCES speaker(id),
  -- Whom it was taken for first: of two that a person joined, later ones are compared with each on its own.
  face INTEGER NOT NULL,
  decided_by TEXT NOT NULL, why TEXT NOT NULL, confidence REAL NOT NULL,
  profile TEXT,
  PRIMARY KEY (version, local)
) WITHOUT ROWID;
CREATE INDEX member_speaker ON member(speaker, version);
-- Few of a speaker's thousands of memberships keep a profile.
CREATE INDEX member_profile ON member(speaker, version) WHERE profile IS NOT NULL;

CREATE TABLE statement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL REFERENCES version(id),
  n INTEGER NOT NULL,
  local TEXT NOT NULL,
  current INTEGER NOT NULL,
  content TEXT NOT NULL,
  kind TEXT NOT NULL, act TEXT NOT NULL, type TEXT NOT NULL, level TEXT NOT NULL,
  speaker INTEGER REFERENCES speaker(id),
  addressee INTEGER REFERENCES speaker(id),
  publisher INTEGER REFERENCES publisher(id),
  said_from TEXT, said_to TEXT, published TEXT,
  flags INTEGER NOT NULL,
  confidence REAL NOT NULL,
  replaces INTEGER REFERENCES statement(id),
  UNIQUE (version, n)
);
-- Lists by date, without words.
CREATE INDEX statement_date ON statement(coalesce(said_from, published, ''), id, flags) WHERE current = 1;
-- Tests and dates read this index and not the rows; counts by party a narrower one, which is twice as fast.
CREATE INDEX statement_facets ON statement(
  id, current, version, flags, speaker, addressee, publisher, type, said_from, said_to, published, confidence
);
CREATE INDEX statement_parties ON statement(id, flags, speaker, addressee, publisher);
CREATE INDEX statement_replaces ON statement(replaces) WHERE replaces IS NOT NULL;

-- Full text. Both tables keep no text of their own; words are folded before they come here (fold.ts).
CREATE VIRTUAL TABLE statement_fts USING fts5(
  content, who, facets, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2 tokenchars '_'"
);
CREATE VIRTUAL TABLE article_fts USING fts5(
  title, body, facets, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2 tokenchars '_'"
);

-- Quotations: hashes of three words in a row, every third one, of each statement's content.
CREATE TABLE fingerprint (
  hash INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  PRIMARY KEY (hash, statement)
) WITHOUT ROWID;

-- What people decided: fields of statements, and who is whom.
CREATE TABLE correction (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  statement INTEGER NOT NULL REFERENCES statement(id),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  previous TEXT,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  note TEXT
);
CREATE INDEX correction_statement ON correction(statement);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'apart')),
  a INTEGER NOT NULL REFERENCES speaker(id),
  b INTEGER NOT NULL REFERENCES speaker(id),
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  note TEXT
);

-- Topics that parties take positions on, each with the query that finds it.
CREATE TABLE issue (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL
);

-- What was brought in, as it was named, and what became of it.
CREATE TABLE item (
  name TEXT PRIMARY KEY,
  sha BLOB,
  etag TEXT, last_modified TEXT,
  outcome TEXT NOT NULL,
  article INTEGER REFERENCES article(id),
  code TEXT, message TEXT,
  at TEXT NOT NULL
) WITHOUT ROWID;

-- Feeds that are watched, with what the next poll needs.
CREATE TABLE feed (
  url TEXT PRIMARY KEY,
  title TEXT,
  state TEXT NOT NULL
) WITHOUT ROWID;
`;
