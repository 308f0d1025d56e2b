/* Writes to a journal as the program and its agent do, until it is killed:
 *
 *   journal-victim FOLDER program|agent NUMBER
 *
 * Each thing happens at a second of its own, counted from NUMBER. Once it is on the disk it is told on
 * standard output, as its table and that second. The agent writes breaks, the program all else. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "journal.h"
#include "../session/session-fixture.h"

typedef struct
{
  const char         *name;    /* (not owned): "program" or "agent" */
  CoachJournal       *journal; /* (owned) */
  CoachProfile       *profile; /* (owned) */
  CoachProfileStore  *store;   /* (owned) */
  CoachDiary         *diary;   /* (owned) */
  CoachSessionReport *report;  /* (owned): what is done in every session */
  gint64              second;  /* of what happens next, since 1970 */
} Victim;

static void
fail (const char   *what,
      const GError *error)
{
  g_printerr ("%s: %s\n", what, error != NULL ? error->message : "nobody listens");
  exit (1);
}

/* Nobody is told of anything that flush has not called written. */
static void
tell (Victim     *victim,
      const char *what)
{
  g_autofree char *line = g_strdup_printf ("%s %" G_GINT64_FORMAT "\n", what, victim->second);
  g_autoptr (GError) error = NULL;

  if (!coach_journal_flush (victim->journal, &error)
      || write (STDOUT_FILENO, line, strlen (line)) < 0)
    fail (what, error);
}

static CoachSessionReport *
make_report (CoachPlan *plan)
{
  guint n = coach_plan_get_n_steps (plan);
  g_autofree CoachStepOutcome *outcomes = g_new (CoachStepOutcome, n);
  g_autofree CoachStepWork *work = g_new0 (CoachStepWork, n);

  for (guint i = 0; i < n; i++)
    {
      outcomes[i] = COACH_STEP_DONE;
      work[i].us[COACH_SIDE_NONE] = 30 * G_USEC_PER_SEC;
    }
  return coach_session_report_new (plan, outcomes, work, TRUE);
}

static void
do_session (Victim    *victim,
            GDateTime *when)
{
  CoachPain pain = { .scores = { 3 } };
  CoachHurtsState hurts = { .stage = COACH_HURTS_DONE, .kind = COACH_HURTS_KIND_OTHER };
  CoachPlan *plan = coach_session_report_get_plan (victim->report);
  g_autofree char *id = NULL;

  id = coach_diary_begin_session (victim->diary, when, plan, FALSE, &pain);
  tell (victim, "sessions");
  coach_diary_set_report (victim->diary, id, victim->report);
  coach_diary_add_hurt (victim->diary, when, id, "bridge", &hurts);
  tell (victim, "hurts");
  coach_diary_end_session (victim->diary, id, when, victim->report);
  coach_diary_set_after (victim->diary, id, &pain, 3);
  coach_diary_set_hour_after (victim->diary, id, &pain, COACH_PAIN_GREEN);
  coach_diary_set_morning (victim->diary, id, &pain, COACH_PAIN_GREEN);
  tell (victim, "answers");
}

static void
do_program (Victim    *victim,
            GDateTime *when)
{
  GDate day = coach_diary_day_of (when);
  CoachPain pain = { .scores = { 2 } };

  coach_diary_add_checkin (victim->diary, when, &pain);
  tell (victim, "checkins");
  do_session (victim, when);
  coach_diary_add_pack (victim->diary, COACH_PACK_HEAT, when, 900);
  tell (victim, "packs");
  coach_profile_set_flare_since (victim->profile, &day);
  coach_profile_store_save (victim->store);
  tell (victim, "documents");
}

static void
do_next (Victim *victim)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (victim->second);

  if (g_str_equal (victim->name, "program"))
    do_program (victim, when);
  else
    {
      coach_journal_add_break (victim->journal, when, "away", 300, 1800);
      tell (victim, "breaks");
    }
  victim->second++;
}

static void
backed_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
}

/* As at the start of the program: all is read, and a copy is made while the first things happen. */
static void
begin (Victim *victim)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (victim->second);
  GDate today = coach_diary_day_of (now);
  g_autoptr (GError) error = NULL;

  if (!coach_profile_store_load (victim->store, &error)
      || !coach_diary_load (victim->diary, &today, &error))
    fail ("begin", error);
  if (coach_journal_was_restored (victim->journal, NULL, NULL))
    fail ("the journal was damaged", NULL);
  if (g_str_equal (victim->name, "program"))
    coach_journal_back_up_async (victim->journal, &today, NULL, backed_up_cb, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (CoachPlaces) places = NULL;
  g_autoptr (CoachCatalog) catalog = session_fixture_load_catalog ();
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "no-floor");
  Victim victim = { 0 };

  if (argc != 4)
    return 2;
  /* Without the catalogue there are no sessions that could be written. */
  if (g_getenv ("LOWTIDE_CATALOG_DIR") == NULL)
    g_error ("LOWTIDE_CATALOG_DIR is not set");
  places = coach_places_new ("unused", "unused", argv[1]);
  victim.name = argv[2];
  victim.second = g_ascii_strtoll (argv[3], NULL, 10);
  victim.journal = coach_journal_new (places);
  victim.profile = coach_profile_new ();
  victim.store = coach_profile_store_new (victim.journal, victim.profile);
  victim.diary = coach_diary_new (victim.journal);
  victim.report = make_report (plan);
  if (write (STDOUT_FILENO, "ready\n", 6) < 0)
    return 1;
  begin (&victim);
  while (TRUE)
    do_next (&victim);
}
