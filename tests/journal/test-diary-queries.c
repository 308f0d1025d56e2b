/* What is asked of the diary: by local days, over midnight, time zones and changes of the clock. */
#include <glib.h>

#include "coach-diary-private.h"
#include "journal.h"
#include "../session/session-fixture.h"

static GDateTime *
make_time (const char *text)
{
  GDateTime *time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return time;
}

static GDate
make_day (guint day,
          guint month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, 2024);
  return date;
}

static CoachDiary *
make_diary (void)
{
  g_autofree char *data_dir = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", data_dir);

  g_autoptr (CoachJournal) journal = coach_journal_new (places);

  return coach_diary_new (journal);
}

/* A diary of a file whose members are @json, where ' stands for ". */
static CoachDiary *
read_diary (const char *json)
{
  CoachDiary *diary = make_diary ();
  g_autoptr (CoachStoredReader) reader = coach_stored_reader_new ("diary.json");
  g_autofree char *text = g_strdup_printf ("{%s}", json);
  g_autoptr (JsonNode) root = json_from_string (g_strdelimit (text, "'", '"'), NULL);
  g_autoptr (GError) error = NULL;

  coach_diary_read_json (coach_diary_get_records (diary), json_node_get_object (root), reader);
  coach_stored_reader_finish (reader, &error);
  g_assert_no_error (error);
  return diary;
}

#define WORKED   "'steps':[{'movement':'bridge','outcome':'done','worked_s':60}]"
#define UNTOUCHED "'steps':[{'movement':'bridge','outcome':'skipped','worked_s':0}]"
#define SESSION(id, began, ended, members)                                                         \
  "{'id':'" id "','began':'" began "','ended':" ended ",'routine':'r'," members "}"
#define BREAK(id, began, ended)                                                                    \
  "{'id':'" id "','began':'" began "','ended':'" ended "','routine':'desk-chair-2'," WORKED "}"
#define ANSWER(member, colour) "'" member "':{'zones':{},'flags':{},'colour':'" colour "'}"

#define MORNING_SESSION                                                                            \
  SESSION ("a", "2024-03-05T09:00:00+01:00", "'2024-03-05T09:20:00+01:00'", WORKED)
#define EVENING_SESSION                                                                            \
  SESSION ("b", "2024-03-05T18:00:00+01:00", "'2024-03-05T18:20:00+01:00'", WORKED)

static const struct
{
  const char      *sessions;
  CoachPainMoment  moment;
  const char      *now;
  const char      *id; /* of the session that is asked about, or NULL */
} asked[] = {
  /* An hour after */
  { "", COACH_PAIN_HOUR_AFTER, "2024-03-05T12:00:00+01:00", NULL },
  { MORNING_SESSION, COACH_PAIN_HOUR_AFTER, "2024-03-05T10:19:00+01:00", NULL },
  { MORNING_SESSION, COACH_PAIN_HOUR_AFTER, "2024-03-05T10:20:00+01:00", "a" },
  { MORNING_SESSION, COACH_PAIN_HOUR_AFTER, "2024-03-05T23:59:00+01:00", "a" },
  { MORNING_SESSION, COACH_PAIN_HOUR_AFTER, "2024-03-06T08:00:00+01:00", "a" },
  { MORNING_SESSION, COACH_PAIN_HOUR_AFTER, "2024-03-07T23:00:00+01:00", "a" },
  { MORNING_SESSION, COACH_PAIN_HOUR_AFTER, "2024-03-08T00:00:00+01:00", NULL },
  { MORNING_SESSION "," EVENING_SESSION, COACH_PAIN_HOUR_AFTER, "2024-03-05T18:30:00+01:00", "a" },
  { MORNING_SESSION "," EVENING_SESSION, COACH_PAIN_HOUR_AFTER, "2024-03-05T20:00:00+01:00", "b" },
  { MORNING_SESSION "," EVENING_SESSION, COACH_PAIN_HOUR_AFTER, "2024-03-06T08:00:00+01:00", "b" },
  { SESSION ("a", "2024-03-05T09:00:00+01:00", "'2024-03-05T09:20:00+01:00'",
             WORKED "," ANSWER ("hour_after", "green")),
    COACH_PAIN_HOUR_AFTER, "2024-03-05T12:00:00+01:00", NULL },
  { SESSION ("a", "2024-03-05T09:00:00+01:00", "'2024-03-05T09:20:00+01:00'", UNTOUCHED),
    COACH_PAIN_HOUR_AFTER, "2024-03-05T12:00:00+01:00", NULL },
  /* A break is no session, and hides none. */
  { MORNING_SESSION "," BREAK ("b", "2024-03-05T11:00:00+01:00", "2024-03-05T11:02:00+01:00"),
    COACH_PAIN_HOUR_AFTER, "2024-03-05T14:00:00+01:00", "a" },
  { BREAK ("a", "2024-03-05T11:00:00+01:00", "2024-03-05T11:02:00+01:00"),
    COACH_PAIN_NEXT_MORNING, "2024-03-06T08:00:00+01:00", NULL },
  /* The program ended before the session did: a minute of work is known. */
  { SESSION ("a", "2024-03-05T09:00:00+01:00", "null", WORKED), COACH_PAIN_HOUR_AFTER,
    "2024-03-05T10:00:30+01:00", NULL },
  { SESSION ("a", "2024-03-05T09:00:00+01:00", "null", WORKED), COACH_PAIN_HOUR_AFTER,
    "2024-03-05T10:01:00+01:00", "a" },
  /* Travel: the hour counts by the sun, not by the clock on the wall. */
  { MORNING_SESSION, COACH_PAIN_HOUR_AFTER, "2024-03-05T09:19:00+00:00", NULL },
  { MORNING_SESSION, COACH_PAIN_HOUR_AFTER, "2024-03-05T09:21:00+00:00", "a" },
  { SESSION ("a", "2024-03-05T01:00:00+09:00", "'2024-03-05T01:20:00+09:00'", WORKED),
    COACH_PAIN_HOUR_AFTER, "2024-03-04T20:00:00+01:00", "a" },
  /* A clock that was a week ahead */
  { MORNING_SESSION, COACH_PAIN_HOUR_AFTER, "2024-02-27T12:00:00+01:00", NULL },

  /* The next morning */
  { MORNING_SESSION, COACH_PAIN_NEXT_MORNING, "2024-03-05T23:59:00+01:00", NULL },
  { MORNING_SESSION, COACH_PAIN_NEXT_MORNING, "2024-03-06T00:01:00+01:00", "a" },
  { MORNING_SESSION, COACH_PAIN_NEXT_MORNING, "2024-03-06T22:00:00+01:00", "a" },
  { MORNING_SESSION, COACH_PAIN_NEXT_MORNING, "2024-03-07T08:00:00+01:00", NULL },
  { MORNING_SESSION "," EVENING_SESSION, COACH_PAIN_NEXT_MORNING, "2024-03-06T08:00:00+01:00",
    "b" },
  { MORNING_SESSION "," SESSION ("b", "2024-03-05T18:00:00+01:00", "null",
                                 WORKED "," ANSWER ("morning", "green")),
    COACH_PAIN_NEXT_MORNING, "2024-03-06T08:00:00+01:00", NULL },
  { MORNING_SESSION "," SESSION ("b", "2024-03-05T18:00:00+01:00", "null", UNTOUCHED),
    COACH_PAIN_NEXT_MORNING, "2024-03-06T08:00:00+01:00", "a" },
  /* Past midnight is another day: it is asked about on the next. */
  { SESSION ("a", "2024-03-05T00:10:00+01:00", "null", WORKED), COACH_PAIN_NEXT_MORNING,
    "2024-03-05T08:00:00+01:00", NULL },
  { SESSION ("a", "2024-03-05T00:10:00+01:00", "null", WORKED), COACH_PAIN_NEXT_MORNING,
    "2024-03-06T08:00:00+01:00", "a" },
  { SESSION ("a", "2024-03-04T23:50:00+01:00", "'2024-03-05T00:10:00+01:00'", WORKED),
    COACH_PAIN_NEXT_MORNING, "2024-03-05T08:00:00+01:00", "a" },
  /* Once more after a red one */
  { SESSION ("a", "2024-03-05T09:00:00+01:00", "null", WORKED "," ANSWER ("morning", "red")),
    COACH_PAIN_NEXT_MORNING, "2024-03-06T08:00:00+01:00", NULL },
  { SESSION ("a", "2024-03-05T09:00:00+01:00", "null", WORKED "," ANSWER ("morning", "red")),
    COACH_PAIN_NEXT_MORNING, "2024-03-07T08:00:00+01:00", "a" },
  { SESSION ("a", "2024-03-05T09:00:00+01:00", "null", WORKED "," ANSWER ("morning", "amber")),
    COACH_PAIN_NEXT_MORNING, "2024-03-07T08:00:00+01:00", NULL },
  { SESSION ("a", "2024-03-05T09:00:00+01:00", "null",
             WORKED "," ANSWER ("morning", "red") "," ANSWER ("second_morning", "green")),
    COACH_PAIN_NEXT_MORNING, "2024-03-07T08:00:00+01:00", NULL },
  /* The night in which clocks are put forward */
  { SESSION ("a", "2024-03-30T22:00:00+01:00", "'2024-03-30T22:20:00+01:00'", WORKED),
    COACH_PAIN_NEXT_MORNING, "2024-03-31T03:05:00+02:00", "a" },
  { SESSION ("a", "2024-03-31T01:50:00+01:00", "'2024-03-31T01:55:00+01:00'", WORKED),
    COACH_PAIN_HOUR_AFTER, "2024-03-31T03:05:00+02:00", NULL },
  { SESSION ("a", "2024-03-31T01:50:00+01:00", "'2024-03-31T01:55:00+01:00'", WORKED),
    COACH_PAIN_HOUR_AFTER, "2024-03-31T03:55:00+02:00", "a" },
  /* And back: half past two comes twice. */
  { SESSION ("a", "2024-10-27T02:30:00+02:00", "'2024-10-27T02:40:00+02:00'", WORKED),
    COACH_PAIN_HOUR_AFTER, "2024-10-27T02:30:00+01:00", NULL },
  { SESSION ("a", "2024-10-27T02:30:00+02:00", "'2024-10-27T02:40:00+02:00'", WORKED),
    COACH_PAIN_HOUR_AFTER, "2024-10-27T02:40:00+01:00", "a" },

  { MORNING_SESSION, COACH_PAIN_BEFORE, "2024-03-06T08:00:00+01:00", NULL },
};

static void
test_unasked (void)
{
  g_test_summary ("Each session is asked about in its time, and let be afterwards");
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autofree char *json = g_strdup_printf ("'sessions':[%s]", asked[i].sessions);
      g_autoptr (CoachDiary) diary = read_diary (json);
      g_autoptr (GDateTime) now = make_time (asked[i].now);
      const CoachDiarySession *found = coach_diary_find_unasked (diary, asked[i].moment, now);

      g_test_message ("%u", i);
      g_assert_cmpstr (found != NULL ? found->id : NULL, ==, asked[i].id);
    }
}

static void
test_second_morning (void)
{
  g_autoptr (CoachDiary) diary = read_diary ("'sessions':[" MORNING_SESSION "]");
  const CoachDiarySession *session = coach_diary_get_session (diary, 0);
  CoachPain pain = { .scores = { 5 } };

  g_test_summary ("The answer of the morning after a red one is kept beside the first");
  coach_diary_set_morning (diary, "a", &pain, COACH_PAIN_RED);
  g_assert_cmpint (session->morning_colour, ==, COACH_PAIN_RED);
  g_assert_null (session->second_morning);
  coach_diary_set_morning (diary, "a", &pain, COACH_PAIN_GREEN);
  g_assert_cmpint (session->morning_colour, ==, COACH_PAIN_RED);
  g_assert_cmpint (session->second_morning_colour, ==, COACH_PAIN_GREEN);
}

#define CHECKIN(when, score)                                                                       \
  "{'when':'" when "','zones':{'low-back':" #score "},'flags':{'left':[],'right':[]}}"

static const struct
{
  const char *checkins;
  const char *now;
  int         score; /* -1 for none */
} pains[] = {
  { "", "2024-03-05T12:00:00+01:00", -1 },
  { CHECKIN ("2024-03-05T08:00:00+01:00", 3), "2024-03-05T23:59:00+01:00", 3 },
  { CHECKIN ("2024-03-05T08:00:00+01:00", 3), "2024-03-06T00:00:00+01:00", -1 },
  { CHECKIN ("2024-03-05T08:00:00+01:00", 3) "," CHECKIN ("2024-03-05T09:00:00+01:00", 4),
    "2024-03-05T12:00:00+01:00", 4 },
  { CHECKIN ("2024-03-05T09:00:00+01:00", 4) "," CHECKIN ("2024-03-05T08:00:00+01:00", 3),
    "2024-03-05T12:00:00+01:00", 4 },
  /* It was the fifth there, and it is the fifth here. */
  { CHECKIN ("2024-03-05T01:00:00+09:00", 3), "2024-03-05T08:00:00+01:00", 3 },
  { CHECKIN ("2024-03-05T01:00:00+09:00", 3), "2024-03-04T20:00:00+01:00", -1 },
  { CHECKIN ("2024-10-27T02:30:00+02:00", 3), "2024-10-27T02:30:00+01:00", 3 },
};

static void
test_pain_of (void)
{
  g_test_summary ("The newest check-in of the same local day counts");
  for (guint i = 0; i < G_N_ELEMENTS (pains); i++)
    {
      g_autofree char *json = g_strdup_printf ("'checkins':[%s]", pains[i].checkins);
      g_autoptr (CoachDiary) diary = read_diary (json);
      g_autoptr (GDateTime) now = make_time (pains[i].now);
      const CoachPain *pain = coach_diary_get_pain_of (diary, now);

      g_test_message ("%u", i);
      g_assert_cmpint (pain != NULL ? pain->scores[COACH_ZONE_LOW_BACK] : -1, ==, pains[i].score);
    }
}

static void
test_last_activity (void)
{
  g_autoptr (CoachDiary) empty = make_diary ();
  g_autoptr (CoachDiary) checkin
      = read_diary ("'sessions':[" MORNING_SESSION "],"
                    "'checkins':[" CHECKIN ("2024-03-06T00:10:00+01:00", 1) "]");
  g_autoptr (CoachDiary) session
      = read_diary ("'sessions':[" MORNING_SESSION "],"
                    "'checkins':[" CHECKIN ("2024-03-01T08:00:00+01:00", 1) "]");
  GDate day;

  g_test_summary ("The last activity is a check-in or a session, whichever is later");
  g_date_clear (&day, 1);
  g_assert_false (coach_diary_get_last_activity (empty, &day));
  g_assert_true (coach_diary_get_last_activity (checkin, &day));
  g_assert_cmpuint (g_date_get_day (&day), ==, 6);
  g_assert_true (coach_diary_get_last_activity (session, &day));
  g_assert_cmpuint (g_date_get_day (&day), ==, 5);
}

#define HURT(when, session, movement, action, rest)                                                \
  "{'when':'" when "','session':" session ",'movement':'" movement "','kind':'ache',"              \
  "'action':'" action "','rest_day':" rest "}"
#define HURT_STEP "'steps':[{'movement':'bridge','outcome':'hurt','worked_s':9}]"

static const struct
{
  const char *json;
  guint       n_stops;
} stops[] = {
  { "", 0 },
  { "'hurts':[" HURT ("2024-03-05T09:00:00+01:00", "null", "bridge", "skip", "false") "]", 1 },
  { "'hurts':[" HURT ("2024-03-05T09:00:00+01:00", "null", "bridge", "end", "false") ","
    HURT ("2024-03-01T00:00:00+01:00", "null", "bridge", "end-same-day", "false") ","
    HURT ("2024-03-30T23:59:00+01:00", "null", "bridge", "end-emergency", "false") "]", 3 },
  { "'hurts':[" HURT ("2024-03-05T09:00:00+01:00", "null", "bridge", "go-on", "false") ","
    HURT ("2024-03-05T09:00:00+01:00", "null", "bridge", "easier", "false") ","
    HURT ("2024-03-05T09:00:00+01:00", "null", "bridge", "pause-easier", "false") "]", 0 },
  { "'hurts':[" HURT ("2024-02-29T23:59:00+01:00", "null", "bridge", "skip", "false") ","
    HURT ("2024-03-31T00:00:00+01:00", "null", "bridge", "skip", "false") ","
    HURT ("2024-03-05T00:00:00+01:00", "null", "clamshell", "skip", "false") "]", 0 },
  { "'sessions':[" SESSION ("a", "2024-03-05T09:00:00+01:00", "null", HURT_STEP) "]", 1 },
  { "'sessions':[" SESSION ("a", "2024-03-05T09:00:00+01:00", "null", HURT_STEP) "],"
    "'hurts':[" HURT ("2024-03-05T09:10:00+01:00", "'a'", "bridge", "skip", "false") "]", 1 },
  { "'sessions':[" SESSION ("a", "2024-03-05T09:00:00+01:00", "null", HURT_STEP) "],"
    "'hurts':[" HURT ("2024-03-05T09:10:00+01:00", "'a'", "bridge", "easier", "false") "]", 0 },
};

static void
test_stops (void)
{
  GDate from = make_day (1, 3);
  GDate to = make_day (30, 3);

  g_test_summary ("A stop is counted once, and in its days");
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_autoptr (CoachDiary) diary = read_diary (stops[i].json);

      g_test_message ("%u", i);
      g_assert_cmpuint (coach_diary_count_stops (diary, "bridge", &from, &to), ==,
                        stops[i].n_stops);
    }
}

static const struct
{
  const char *json;
  guint       day; /* of March */
  gboolean    is_rest_day;
  gboolean    is_half_dose;
} recoveries[] = {
  { "", 6, FALSE, FALSE },
  { "'sessions':[" SESSION ("a", "2024-03-05T09:00:00+01:00", "null",
                            WORKED "," ANSWER ("hour_after", "green")) "]", 6, FALSE, FALSE },
  { "'sessions':[" SESSION ("a", "2024-03-05T09:00:00+01:00", "null",
                            WORKED "," ANSWER ("hour_after", "amber")) "]", 6, FALSE, TRUE },
  { "'sessions':[" SESSION ("a", "2024-03-05T09:00:00+01:00", "null",
                            WORKED "," ANSWER ("hour_after", "red")) "]", 6, TRUE, TRUE },
  { "'sessions':[" SESSION ("a", "2024-03-05T09:00:00+01:00", "null", WORKED) "],"
    "'hurts':[" HURT ("2024-03-05T09:10:00+01:00", "'a'", "bridge", "end", "true") "]",
    6, TRUE, FALSE },
  { "'hurts':[" HURT ("2024-03-05T09:10:00+01:00", "null", "bridge", "end", "true") "]",
    6, TRUE, FALSE },
  { "'hurts':[" HURT ("2024-03-05T09:10:00+01:00", "null", "bridge", "end", "true") "]",
    7, FALSE, FALSE },
};

static void
test_recovery (void)
{
  g_autoptr (CoachCatalog) catalog = session_fixture_load_catalog ();

  g_test_summary ("Colours and what hurt make days of rest and half doses");
  for (guint i = 0; i < G_N_ELEMENTS (recoveries); i++)
    {
      g_autoptr (CoachDiary) diary = read_diary (recoveries[i].json);
      GDate today = make_day (recoveries[i].day, 3);
      CoachRecovery recovery = coach_diary_get_recovery (diary, catalog, NULL, &today);

      g_test_message ("%u", i);
      g_assert_cmpint (recovery.is_rest_day, ==, recoveries[i].is_rest_day);
      g_assert_cmpint (recovery.is_half_dose, ==, recoveries[i].is_half_dose);
    }
}

static void
test_flare (void)
{
  g_autoptr (CoachCatalog) catalog = session_fixture_load_catalog ();
  g_autoptr (CoachDiary) diary = read_diary (
      "'checkins':[" CHECKIN ("2024-03-01T08:00:00+01:00", 3) ","
      CHECKIN ("2024-03-02T08:00:00+01:00", 5) "," CHECKIN ("2024-03-02T20:00:00+01:00", 2) ","
      CHECKIN ("2024-03-03T08:00:00+01:00", 6) "]");
  GDate today = make_day (3, 3);

  g_test_summary ("The worst of each day counts for the flare-up mode");
  g_assert_true (coach_diary_get_recovery (diary, catalog, NULL, &today).offers_flare);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/journal/diary-queries/unasked", test_unasked);
  g_test_add_func ("/journal/diary-queries/second-morning", test_second_morning);
  g_test_add_func ("/journal/diary-queries/pain-of", test_pain_of);
  g_test_add_func ("/journal/diary-queries/last-activity", test_last_activity);
  g_test_add_func ("/journal/diary-queries/stops", test_stops);
  g_test_add_func ("/journal/diary-queries/recovery", test_recovery);
  g_test_add_func ("/journal/diary-queries/flare", test_flare);

  return g_test_run ();
}
