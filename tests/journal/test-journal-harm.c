/* A journal in which a bit was turned over, a page lost or the end cut off: nothing crashes, and either
 * nothing is lost, or the damaged file is kept and a copy takes its place. By hand: "-m slow" for ten
 * times as many, "--seed" for the same ones again. */
#define _GNU_SOURCE
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "coach-diary-private.h"
#include "coach-journal-keeper-private.h"
#include "journal.h"

#define N_HARMS       15
#define N_HARMS_SLOW  400
#define PAGE_BYTES    4096
#define SECTOR_BYTES  512
#define LETTERS_BYTES 8
#define HEADER_BYTES  100
#define SCHEMA_BYTES  400
#define N_DAYS        30
#define N_LOG_DAYS    5

/* What becomes of a harmed journal. */
typedef enum
{
  FATE_NO_MATTER, /* all is read as it was */
  FATE_RESTORED,  /* set aside, and a copy is in its place */
  FATE_REFUSED,   /* taken for the file of a newer program, and left alone */
  FATE_UNSEEN,    /* something is read otherwise than it was written, and nothing tells */
  N_FATES,
} Fate;

typedef struct
{
  char        *folder; /* (owned) */
  char        *path;   /* (owned) */
  CoachPlaces *places; /* (owned) */
  GBytes      *whole;  /* (owned): the file as it should be */
  char        *text;   /* (owned): all that is in it */
  char        *copied; /* (owned): all that is in the newest copy */
  guint        fates[N_FATES];
} Fixture;

static char *
export (Fixture *fixture)
{
  g_autoptr (CoachJournal) journal = coach_journal_new (fixture->places);
  g_autoptr (GError) error = NULL;
  char *text = coach_journal_export_json (journal, &error);

  g_assert_no_error (error);
  return text;
}

/* One day of everything that a journal has. */
static void
add_day (CoachJournal *journal,
         CoachDiary   *diary,
         guint         day)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (1750000000 + 86400 * (gint64) day);
  g_autoptr (CoachDiaryRecords) records = coach_diary_records_new ();
  g_autofree char *id = g_uuid_string_random ();
  CoachPain pain = { .scores = { 3, 0, 1 } };
  CoachHurtsState hurts = { .stage = COACH_HURTS_DONE, .kind = COACH_HURTS_KIND_OTHER };
  CoachDiarySession *session = coach_diary_records_add_session (records, id, when);

  session->routine = g_strdup ("no-floor");
  session->before = g_memdup2 (&pain, sizeof pain);
  for (guint i = 0; i < 10; i++)
    coach_diary_session_add_step (session, "bridge", COACH_STEP_DONE)->left_s = 30;
  coach_diary_keep_session (diary, session);
  coach_diary_add_hurt (diary, when, id, "bridge", &hurts);
  coach_diary_add_checkin (diary, when, &pain);
  coach_diary_add_pack (diary, COACH_PACK_COLD, when, 600);
  for (guint i = 0; i < 5; i++)
    coach_journal_add_break (journal, when, "away", 300, 1800);
}

static GDate
get_day (guint day)
{
  GDate date;

  g_date_set_dmy (&date, 1, G_DATE_MARCH, 2026);
  g_date_add_days (&date, day);
  return date;
}

static void
back_up (Fixture *fixture,
         guint    day)
{
  g_autoptr (GError) error = NULL;
  GDate today = get_day (day);

  g_assert_true (coach_journal_keeper_back_up (fixture->folder, &today, &error));
  g_assert_no_error (error);
}

/* Writes some days, of which all but the last are in the newest copy. */
static void
write_days (Fixture *fixture)
{
  g_autoptr (CoachJournal) journal = coach_journal_new (fixture->places);
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachProfileStore) store = coach_profile_store_new (journal, profile);
  g_autoptr (CoachDiary) diary = coach_diary_new (journal);

  coach_profile_store_save (store);
  for (guint day = 0; day < N_DAYS; day++)
    {
      add_day (journal, diary, day);
      g_assert_true (coach_journal_flush (journal, NULL));
      if (day >= N_DAYS - 3 && day < N_DAYS - 1)
        back_up (fixture, day);
      if (day == N_DAYS - 2)
        fixture->copied = export (fixture);
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  char *content;
  gsize size;

  fixture->folder = g_dir_make_tmp ("lowtide-harm-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, COACH_JOURNAL_FILE_NAME, NULL);
  fixture->places = coach_places_new ("unused", "unused", fixture->folder);
  write_days (fixture);
  fixture->text = export (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  fixture->whole = g_bytes_new_take (content, size);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (coach_journal_keeper_erase (fixture->folder, NULL));
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->places);
  g_bytes_unref (fixture->whole);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->text);
  g_free (fixture->copied);
}

/* Turns over a bit from @from to before @to. */
static GBytes *
flip_within (GBytes *whole,
             gsize   from,
             gsize   to)
{
  gsize size;
  const guint8 *source = g_bytes_get_data (whole, &size);
  guint8 *content = g_memdup2 (source, size);

  content[g_test_rand_int_range ((gint32) from, (gint32) to)]
      ^= (guint8) (1u << g_test_rand_int_range (0, 8));
  return g_bytes_new_take (content, size);
}

static GBytes *
flip_bit (GBytes *whole)
{
  return flip_within (whole, 0, g_bytes_get_size (whole));
}

static GBytes *
flip_header (GBytes *whole)
{
  return flip_within (whole, 0, HEADER_BYTES);
}

/* In the words that say what a table or an index is. */
static GBytes *
flip_schema (GBytes *whole)
{
  gsize size;
  const char *content = g_bytes_get_data (whole, &size);
  const char *text = memmem (content, size, "CREATE TABLE checkins", strlen ("CREATE TABLE checkins"));

  g_assert_nonnull (text);
  return flip_within (whole, (gsize) (text - content), (gsize) (text - content) + SCHEMA_BYTES);
}

/* Makes zeros of one piece of so many bytes. */
static GBytes *
lose_piece (GBytes *whole,
            gsize   n_bytes)
{
  gsize size;
  const guint8 *source = g_bytes_get_data (whole, &size);
  guint8 *content = g_memdup2 (source, size);
  gsize piece = (gsize) g_test_rand_int_range (0, (gint32) (size / n_bytes));

  memset (content + piece * n_bytes, 0, n_bytes);
  return g_bytes_new_take (content, size);
}

static GBytes *
lose_page (GBytes *whole)
{
  return lose_piece (whole, PAGE_BYTES);
}

static GBytes *
lose_sector (GBytes *whole)
{
  return lose_piece (whole, SECTOR_BYTES);
}

static GBytes *
lose_letters (GBytes *whole)
{
  return lose_piece (whole, LETTERS_BYTES);
}

static GBytes *
cut_off (GBytes *whole)
{
  return g_bytes_new_from_bytes (whole, 0,
                                 (gsize) g_test_rand_int_range (0, (gint32) g_bytes_get_size (whole)));
}

static void
put (const char *path,
     GBytes     *bytes)
{
  gsize size;
  const char *content = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
}

/* What lies beside the file while a program that has written some more days is still there. */
static GBytes *
leave_log (Fixture    *fixture,
           const char *log_path)
{
  g_autoptr (CoachJournal) journal = coach_journal_new (fixture->places);
  g_autoptr (CoachDiary) diary = coach_diary_new (journal);
  char *content;
  gsize size;

  for (guint day = N_DAYS; day < N_DAYS + N_LOG_DAYS; day++)
    add_day (journal, diary, day);
  g_assert_true (coach_journal_flush (journal, NULL));
  g_assert_true (g_file_get_contents (log_path, &content, &size, NULL));
  return g_bytes_new_take (content, size);
}

/* As at the start of the program. Returns whether anything is known of the person then. */
static gboolean
start (Fixture       *fixture,
       CoachJournal  *journal,
       GError       **error)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachProfileStore) store = coach_profile_store_new (journal, profile);
  g_autoptr (CoachDiary) diary = coach_diary_new (journal);

  return coach_profile_store_load (store, error) && coach_diary_load (diary, NULL, error);
}

static void
assert_content (const char *path,
                GBytes     *expected)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpmem (content, size, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static void
assert_restored (Fixture    *fixture,
                 GBytes     *harmed,
                 GDateTime  *last,
                 const char *aside)
{
  g_autofree char *text = export (fixture);

  g_assert_nonnull (last);
  g_assert_cmpint (g_date_time_to_unix (last), ==, 1750000000 + 86400 * (N_DAYS - 2));
  g_assert_cmpstr (text, ==, fixture->copied);
  /* Of a file without a byte there is nothing to keep. */
  if (g_bytes_get_size (harmed) == 0)
    return;
  g_assert_nonnull (aside);
  assert_content (aside, harmed);
  g_assert_cmpint (g_unlink (aside), ==, 0);
}

/* No more than one record can be lost by one bit. */
static void
assert_little_lost (Fixture *fixture)
{
  g_autoptr (CoachJournal) journal = coach_journal_new (fixture->places);
  CoachJournalSummary summary;

  g_assert_true (coach_journal_summarize (journal, &summary, NULL));
  g_assert_cmpuint (summary.n_sessions, ==, N_DAYS);
  g_assert_cmpuint (summary.n_checkins, ==, N_DAYS);
  g_assert_cmpuint (summary.n_hurts, ==, N_DAYS);
  g_assert_cmpuint (summary.n_packs, ==, N_DAYS);
  g_assert_cmpuint (summary.n_breaks, ==, 5 * N_DAYS);
}

static void
assert_goes_on (CoachJournal *journal)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (1760000000);
  g_autoptr (GError) error = NULL;

  coach_journal_add_break (journal, when, "away", 300, 1800);
  coach_journal_flush (journal, &error);
  g_assert_no_error (error);
}

/* As the program does once it has begun. The newest copy is of that day already. */
static gboolean
is_sound (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GDate today = get_day (N_DAYS - 2);

  coach_journal_keeper_back_up (fixture->folder, &today, &error);
  if (error != NULL)
    g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED);
  return error == NULL;
}

/* Damage is met when the journal is opened, or when something is read, or it is found by looking at
 * all of it; then it is mended at the next start. */
static CoachJournal *
start_twice (Fixture   *fixture,
             gboolean  *is_read,
             GError   **error)
{
  g_autoptr (CoachJournal) journal = coach_journal_new (fixture->places);
  g_autoptr (GError) local = NULL;

  *is_read = start (fixture, journal, &local);
  if (g_error_matches (local, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED)
      && coach_journal_repair (journal))
    g_clear_error (&local);
  else if (local == NULL && !coach_journal_was_restored (journal, NULL, NULL)
           && !is_sound (fixture))
    {
      g_object_unref (journal);
      journal = coach_journal_new (fixture->places);
      coach_journal_open (journal, &local);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return g_steal_pointer (&journal);
}

static Fate
open_harmed (Fixture *fixture,
             GBytes  *harmed)
{
  g_autoptr (CoachJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) last = NULL;
  g_autofree char *text = NULL;
  const char *aside;
  gboolean is_read;

  journal = start_twice (fixture, &is_read, &error);
  if (g_error_matches (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_NEWER)
      && !coach_journal_open (journal, NULL))
    {
      assert_content (fixture->path, harmed);
      return FATE_REFUSED;
    }
  if (coach_journal_was_restored (journal, &last, &aside))
    {
      g_assert_no_error (error);
      assert_restored (fixture, harmed, last, aside);
      assert_goes_on (journal);
      return FATE_RESTORED;
    }
  assert_little_lost (fixture);
  text = coach_journal_export_json (journal, NULL);
  assert_goes_on (journal);
  return is_read && g_strcmp0 (text, fixture->text) == 0 ? FATE_NO_MATTER : FATE_UNSEEN;
}

static void
harm_once (Fixture *fixture,
           GBytes  *(*harm) (GBytes *whole))
{
  g_autoptr (GBytes) harmed = harm (fixture->whole);

  put (fixture->path, harmed);
  fixture->fates[open_harmed (fixture, harmed)]++;
}

static void
harm_often (Fixture  *fixture,
            GBytes  *(*harm) (GBytes *whole))
{
  guint n = g_test_slow () ? N_HARMS_SLOW : N_HARMS;

  memset (fixture->fates, 0, sizeof fixture->fates);
  for (guint i = 0; i < n; i++)
    harm_once (fixture, harm);
  g_test_message ("%u harms: %u no matter, %u restored, %u refused, %u unseen", n,
                  fixture->fates[FATE_NO_MATTER], fixture->fates[FATE_RESTORED],
                  fixture->fates[FATE_REFUSED], fixture->fates[FATE_UNSEEN]);
}

static void
test_bits (Fixture       *fixture,
           gconstpointer  data)
{
  g_test_summary ("A bit turned over loses no journal; what SQLite cannot see of it is counted");
  harm_often (fixture, flip_bit);
}

static void
test_header (Fixture       *fixture,
             gconstpointer  data)
{
  g_test_summary ("A bit turned over in the header loses nothing; a newer version is left alone");
  harm_often (fixture, flip_header);
  g_assert_cmpuint (fixture->fates[FATE_UNSEEN], ==, 0);
}

static void
test_schema (Fixture       *fixture,
             gconstpointer  data)
{
  g_test_summary ("A table that is no longer what it was made to be is seen");
  harm_often (fixture, flip_schema);
  g_assert_cmpuint (fixture->fates[FATE_RESTORED], ==, g_test_slow () ? N_HARMS_SLOW : N_HARMS);
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_test_summary ("A lost page is seen, and a copy takes the place of the file");
  harm_often (fixture, lose_page);
  g_assert_cmpuint (fixture->fates[FATE_UNSEEN], ==, 0);
}

/* The log that a killed program leaves is whole up to its first wrong bit: what was written after that
 * is gone, without a word, since no commit can be told from one that was cut off. That is SQLite's,
 * and lasts until the next start only. What is in the file itself stays. */
static void
test_log (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *log_path = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GBytes) log = NULL;
  guint n_cut_short = 0;

  g_test_summary ("A bit turned over in the log of a killed program loses no more than is in the log");
  log = leave_log (fixture, log_path);
  for (guint i = 0; i < (g_test_slow () ? N_HARMS_SLOW : N_HARMS); i++)
    {
      g_autoptr (GBytes) harmed = flip_bit (log);
      g_autoptr (CoachJournal) journal = coach_journal_new (fixture->places);
      g_autoptr (GError) error = NULL;
      CoachJournalSummary summary;

      put (fixture->path, fixture->whole);
      put (log_path, harmed);
      g_assert_true (start (fixture, journal, &error));
      g_assert_false (coach_journal_was_restored (journal, NULL, NULL));
      g_assert_true (is_sound (fixture));
      g_assert_true (coach_journal_summarize (journal, &summary, NULL));
      g_assert_cmpuint (summary.n_sessions, >=, N_DAYS);
      g_assert_cmpuint (summary.n_sessions, <=, N_DAYS + N_LOG_DAYS);
      n_cut_short += summary.n_breaks < 5 * (N_DAYS + N_LOG_DAYS);
      assert_goes_on (journal);
    }
  g_test_message ("%u logs cut short", n_cut_short);
}

static void
test_pieces (Fixture       *fixture,
             gconstpointer  data)
{
  g_test_summary ("A lost sector, or some lost letters, lose no journal");
  harm_often (fixture, lose_sector);
  harm_often (fixture, lose_letters);
}

static void
test_cuts (Fixture       *fixture,
           gconstpointer  data)
{
  g_test_summary ("An end that was cut off is seen, and a copy takes the place of the file");
  harm_often (fixture, cut_off);
  g_assert_cmpuint (fixture->fates[FATE_UNSEEN], ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/journal/harm/bits", Fixture, NULL, set_up, test_bits, tear_down);
  g_test_add ("/journal/harm/header", Fixture, NULL, set_up, test_header, tear_down);
  g_test_add ("/journal/harm/schema", Fixture, NULL, set_up, test_schema, tear_down);
  g_test_add ("/journal/harm/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/journal/harm/pieces", Fixture, NULL, set_up, test_pieces, tear_down);
  g_test_add ("/journal/harm/log", Fixture, NULL, set_up, test_log, tear_down);
  g_test_add ("/journal/harm/cuts", Fixture, NULL, set_up, test_cuts, tear_down);

  return g_test_run ();
}
