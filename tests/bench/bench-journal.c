/* What ten years in the journal cost when the program starts and when a year is looked at, against an
 * empty journal of the same day. With a folder it only puts such a journal there, until now. */
#include <glib/gstdio.h>

#include "coach-app-context.h"
#include "coach-diary-private.h"
#include "coach-journal-keeper-private.h"
#include "coach-journal-rows-private.h"
#include "coach-manual-clock.h"

#define LIMIT_MS    100.0
#define LIMIT_RATIO 1.5
#define ROUNDS      9
#define YEARS       10
#define DAYS        (365 * YEARS)
#define N_SESSIONS  20000
#define N_STEPS     10
#define N_CHECKINS  10000
#define N_BREAKS    (5 * DAYS)
#define N_HURTS     2000
#define N_PACKS     2000
#define DAY_S       (24 * 3600)

typedef struct
{
  CoachCatalog *catalog; /* (owned) */
  CoachClock   *clock;   /* (owned): stands at noon of the last of the days */
  GSettings    *settings; /* (owned) */
  gint64        now_s;
  GDate         today;
} Bench;

/* Milliseconds. */
typedef struct
{
  double open;
  double profile;
  double diary;
  double day;   /* what the last days and weeks come to, once more */
  double today; /* all of these: until Today can be drawn */
  double year;  /* what Progress reads */
} Cost;

/* A time for the record @index of @n, evenly from ten years ago until today. */
static GDateTime *
get_time (const Bench *bench,
          guint        index,
          guint        n)
{
  gint64 ago_s = (gint64) DAYS * DAY_S * (n - 1 - index) / n;

  return g_date_time_new_from_unix_utc (bench->now_s - ago_s - 3600);
}

/* As random as the ids of the program, and the same each time. */
static char *
make_id (GRand *chance)
{
  return g_strdup_printf ("%08x-%04x-4%03x-8%03x-%08x%04x", g_rand_int (chance),
                          g_rand_int (chance) >> 16, g_rand_int (chance) >> 20,
                          g_rand_int (chance) >> 20, g_rand_int (chance),
                          g_rand_int (chance) >> 16);
}

static CoachPain
make_pain (GRand *chance)
{
  CoachPain pain = { { 0 } };

  pain.scores[COACH_ZONE_LOW_BACK] = (guint8) g_rand_int_range (chance, 0, 4);
  pain.scores[COACH_ZONE_CALF_LEFT] = (guint8) g_rand_int_range (chance, 0, 3);
  return pain;
}

static void
add_session (const Bench       *bench,
             CoachDiaryRecords *records,
             GRand             *chance,
             guint              index)
{
  g_autoptr (GDateTime) began = get_time (bench, index, N_SESSIONS);
  GListModel *movements = coach_catalog_get_movements (bench->catalog);
  g_autofree char *id = make_id (chance);
  CoachDiarySession *session = coach_diary_records_add_session (records, id, began);
  CoachPain pain = make_pain (chance);

  session->ended = g_date_time_add_minutes (began, 15);
  session->routine = g_strdup ("no-floor");
  session->is_completed = TRUE;
  session->effort = 3;
  session->before = g_memdup2 (&pain, sizeof pain);
  session->after = g_memdup2 (&pain, sizeof pain);
  session->hour_after = g_memdup2 (&pain, sizeof pain);
  session->morning = g_memdup2 (&pain, sizeof pain);
  for (guint i = 0; i < N_STEPS; i++)
    {
      guint place = (guint) g_rand_int_range (chance, 0,
                                              (gint32) g_list_model_get_n_items (movements));
      g_autoptr (CoachMove) move = g_list_model_get_item (movements, place);

      coach_diary_session_add_step (session, coach_move_get_id (move), COACH_STEP_DONE)->both_s = 60;
    }
}

static void
add_checkin (const Bench       *bench,
             CoachDiaryRecords *records,
             GRand             *chance,
             guint              index)
{
  g_autoptr (GDateTime) when = get_time (bench, index, N_CHECKINS);
  g_autofree char *id = make_id (chance);
  CoachPain pain = make_pain (chance);

  coach_diary_records_add_checkin (records, id, when, &pain);
}

static void
add_break (const Bench       *bench,
           CoachDiaryRecords *records,
           GRand             *chance,
           guint              index)
{
  g_autoptr (GDateTime) when = get_time (bench, index, N_BREAKS);
  g_autofree char *id = make_id (chance);
  CoachDiaryBreak *pause = coach_diary_records_add_break (records, id, when);

  pause->kind = g_strdup ("away");
  pause->length_s = 300;
  pause->sat_s = 1800;
}

static void
add_hurt (const Bench       *bench,
          CoachDiaryRecords *records,
          GRand             *chance,
          guint              index)
{
  g_autoptr (GDateTime) when = get_time (bench, index, N_HURTS);
  g_autofree char *id = make_id (chance);
  const CoachDiarySession *session = g_ptr_array_index (records->sessions,
                                                        index * N_SESSIONS / N_HURTS);
  CoachDiaryHurt *hurt = coach_diary_records_add_hurt (records, id, when);

  hurt->session = g_strdup (session->id);
  hurt->movement = g_strdup ("bridge");
  hurt->state.stage = COACH_HURTS_DONE;
}

static void
add_pack (const Bench       *bench,
          CoachDiaryRecords *records,
          GRand             *chance,
          guint              index)
{
  g_autoptr (GDateTime) began = get_time (bench, index, N_PACKS);
  g_autofree char *id = make_id (chance);

  coach_diary_records_add_pack (records, id, began)->length_s = 900;
}

static CoachDiaryRecords *
make_records (const Bench *bench)
{
  static const struct
  {
    void (*add) (const Bench *bench, CoachDiaryRecords *records, GRand *chance, guint index);
    guint n;
  } kinds[] = {
    { add_session, N_SESSIONS }, { add_checkin, N_CHECKINS }, { add_break, N_BREAKS },
    { add_hurt, N_HURTS },       { add_pack, N_PACKS },
  };
  g_autoptr (GRand) chance = g_rand_new_with_seed (1);
  CoachDiaryRecords *records = coach_diary_records_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint index = 0; index < kinds[i].n; index++)
      kinds[i].add (bench, records, chance, index);
  return records;
}

static gboolean
fill (const Bench  *bench,
      const char   *folder,
      GError      **error)
{
  g_autofree char *path = g_build_filename (folder, COACH_JOURNAL_FILE_NAME, NULL);
  g_autoptr (CoachDiaryRecords) records = make_records (bench);
  g_autoptr (CoachJournalFile) file = coach_journal_file_open (path, COACH_JOURNAL_FILE_WRITE,
                                                               error);

  return file != NULL && coach_journal_file_begin (file, error)
         && coach_journal_put_records (file, records, error)
         && coach_journal_file_commit (file, error);
}

/* Returns the milliseconds since @since_us, and sets that to now. */
static double
lap (gint64 *since_us)
{
  gint64 before_us = *since_us;

  *since_us = g_get_monotonic_time ();
  return (double) (*since_us - before_us) / 1000.0;
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  CoachDiaryRecords **records = user_data;
  g_autoptr (GError) error = NULL;

  *records = coach_diary_read_span_finish (COACH_DIARY (object), result, &error);
  if (*records == NULL)
    g_error ("journal: %s", error->message);
}

static void
read_year (const Bench *bench,
           CoachDiary  *diary)
{
  g_autoptr (CoachDiaryRecords) records = NULL;
  GDate from = bench->today;

  g_date_subtract_days (&from, 365);
  coach_diary_read_span_async (diary, &from, &bench->today, NULL, read_cb, &records);
  while (records == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Everything is made anew, as at a start of the program. */
static gboolean
measure_once (const Bench  *bench,
              const char   *folder,
              Cost         *cost,
              GError      **error)
{
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", folder);
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachAppContext) context = coach_app_context_new (bench->catalog, profile, places,
                                                               bench->clock, bench->settings);
  CoachJournal *journal = coach_app_context_get_journal (context);
  CoachDiary *diary = coach_app_context_get_diary (context);
  g_autoptr (CoachProfileStore) store = coach_profile_store_new (journal, profile);
  gint64 now_us = g_get_monotonic_time ();
  gint64 began_us = now_us;

  if (!coach_journal_open (journal, error))
    return FALSE;
  cost->open = lap (&now_us);
  if (!coach_profile_store_load (store, error))
    return FALSE;
  cost->profile = lap (&now_us);
  if (!coach_diary_load (diary, &bench->today, error))
    return FALSE;
  cost->diary = lap (&now_us);
  coach_app_context_refresh (context);
  cost->day = lap (&now_us);
  cost->today = (double) (now_us - began_us) / 1000.0;
  read_year (bench, diary);
  cost->year = lap (&now_us);
  return TRUE;
}

/* The best of many rounds: whatever else the machine does only ever adds. */
static gboolean
measure (const Bench  *bench,
         const char   *folder,
         Cost         *best,
         GError      **error)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Cost cost;

      if (!measure_once (bench, folder, &cost, error))
        return FALSE;
      if (round == 0 || cost.today < best->today)
        *best = (Cost) { .year = round > 0 ? best->year : cost.year, .open = cost.open,
                         .profile = cost.profile, .diary = cost.diary, .day = cost.day,
                         .today = cost.today };
      best->year = MIN (best->year, cost.year);
    }
  return TRUE;
}

static gboolean
save_profile (const Bench  *bench,
              const char   *folder,
              GError      **error)
{
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", folder);
  g_autoptr (CoachJournal) journal = coach_journal_new (places);
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachProfileStore) store = coach_profile_store_new (journal, profile);

  coach_profile_store_save (store);
  return coach_journal_flush (journal, error);
}

static gboolean
erase (const char  *folder,
       GError     **error)
{
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", folder);
  g_autoptr (CoachJournal) journal = coach_journal_new (places);

  return coach_journal_erase (journal, error) && g_rmdir (folder) == 0;
}

/* Measures a journal that is filled or empty, and removes it. */
static gboolean
measure_journal (const Bench  *bench,
                 gboolean      is_full,
                 Cost         *cost,
                 GError      **error)
{
  g_autofree char *folder = g_dir_make_tmp ("lowtide-bench-XXXXXX", error);

  return folder != NULL && (!is_full || fill (bench, folder, error))
         && save_profile (bench, folder, error) && measure (bench, folder, cost, error)
         && erase (folder, error);
}

static void
print_costs (const Cost *full,
             const Cost *empty)
{
  g_print ("journal: Today of %u years in %.1f ms, limit %.0f ms, ratio %.2f; %.1f ms when empty, %.1f"
           " times that, limit %.1f (open %.1f, profile %.1f, diary %.1f, day %.1f ms)\n",
           YEARS, full->today, LIMIT_MS, full->today / LIMIT_MS, empty->today,
           full->today / empty->today, LIMIT_RATIO, full->open, full->profile, full->diary,
           full->day);
  g_print ("journal: a year for Progress in %.1f ms, limit %.0f ms, ratio %.2f; %.1f ms when empty\n",
           full->year, LIMIT_MS, full->year / LIMIT_MS, empty->year);
}

/* For programs that look at it themselves. */
static int
put_there (Bench      *bench,
           const char *folder)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;

  bench->now_s = g_date_time_to_unix (now);
  bench->today = coach_diary_day_of (now);
  if (fill (bench, folder, &error))
    return 0;
  g_printerr ("journal: %s\n", error->message);
  return 1;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachCatalog) catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_autoptr (CoachManualClock) clock = coach_manual_clock_new ();
  g_autoptr (GSettings) settings = g_settings_new ("org.lowtide.Lowtide");
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 1, 12, 0, 0);
  Bench bench = { catalog, COACH_CLOCK (clock), settings, g_date_time_to_unix (now),
                  coach_diary_day_of (now) };
  Cost full, empty;

  coach_manual_clock_set_local_time (clock, now);
  if (argc > 1)
    return put_there (&bench, argv[1]);
  if (catalog == NULL || !measure_journal (&bench, TRUE, &full, &error)
      || !measure_journal (&bench, FALSE, &empty, &error))
    {
      g_printerr ("journal: %s\n", error != NULL ? error->message : "its folder stays");
      return 1;
    }
  print_costs (&full, &empty);
  return 0;
}
